using Akka.Actor;
using Akka.Hosting;
using Backtest.Actors.Hosting;
using Backtest.Actors.Running;
using Backtest.Actors.Tests.Examples;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Backtest.Actors.Tests.Hosting;

public sealed class BacktestHostingTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task AHostWithoutAnActorSystemRunsStudiesOneAfterTheOther()
    {
        await using var provider = new ServiceCollection().AddBacktest(_store.Path).BuildServiceProvider();
        var runner = provider.GetRequiredService<IStudyRunner>();

        var first = await runner.RunAsync(ExampleStudy.Poison(200));
        var second = await runner.RunAsync(ExampleStudy.Poison(250));

        Assert.Equal((200, 200, 50), (first.Done, second.Found, second.Done));
    }

    [Fact]
    public async Task AHostsOwnActorSystemIsUsedAndLeftRunning()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddAkka("host", akka => akka.WithBacktest(_store.Path));
        builder.Services.AddBacktest(_store.Path);
        using var host = builder.Build();
        await host.StartAsync();
        var system = host.Services.GetRequiredService<ActorSystem>();

        var outcome = await host.Services.GetRequiredService<IStudyRunner>()
            .RunAsync(ExampleStudy.Poison(200), new StudyRunOptions { Workers = 2 });

        Assert.Equal((200, RunEnd.Finished), (outcome.Done, outcome.End));
        Assert.False(system.WhenTerminated.IsCompleted);
        await host.StopAsync();
    }

    [Fact]
    public async Task TwoStudiesRunAtATimeButNotTheSameOneTwice()
    {
        await using var provider = new ServiceCollection().AddBacktest(_store.Path).BuildServiceProvider();
        var runner = provider.GetRequiredService<IStudyRunner>();
        using var gate = new ManualResetEventSlim();
        var slow = new StudyRunOptions
        {
            Workers = 2,
            Hook = (_, run) =>
            {
                gate.Wait(TimeSpan.FromSeconds(30));
                return run();
            },
        };

        var waiting = runner.RunAsync(ExampleStudy.Poison(100, name: "slow"), slow);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => runner.RunAsync(ExampleStudy.Poison(100, name: "slow"), slow));
        var other = await runner.RunAsync(ExampleStudy.Poison(100, name: "other"));
        gate.Set();

        Assert.Equal("study slow is running already", refused.Message);
        Assert.Equal((100, 100), (other.Done, (await waiting).Done));
    }

    [Fact]
    public async Task AnActorSystemWithoutOurSettingsIsRefusedWithTheRemedy()
    {
        using var system = ActorSystem.Create("bare");
        await using var provider = new ServiceCollection().AddSingleton(system).AddBacktest(_store.Path).BuildServiceProvider();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => provider.GetRequiredService<IStudyRunner>().RunAsync(ExampleStudy.Poison(10)));

        Assert.Contains("call WithBacktest", refused.Message, StringComparison.Ordinal);
    }
}
