using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;
using Backtest.Actors.Hosting;
using Backtest.Actors.Tests.Examples;

namespace Backtest.Actors.Tests.Hosting;

public sealed class LogForwarderTests : TestKit
{
    public LogForwarderTests()
        : base(QuickSystem.InMemory)
    {
    }

    [Fact]
    public async Task WarningsAndErrorsAreHandedOnInOneLineEach()
    {
        ConcurrentQueue<string> lines = [];
        await StartAsync(lines.Enqueue);

        Log.Warning("first\nsecond {0}", 3);
        Log.Error(new InvalidOperationException("outer", new InvalidOperationException("the\r\ncause")), "failed");

        await AwaitConditionAsync(() => Task.FromResult(lines.Count == 2));
        Assert.Equal(["warning: first second 3", "error: failed: the cause"], lines);
    }

    [Fact]
    public async Task WhoeverThrowsWhenToldIsNotToldOfThatToo()
    {
        var told = 0;
        await StartAsync(_ =>
        {
            Interlocked.Increment(ref told);
            throw new InvalidOperationException("not interested");
        });

        Log.Warning("once");
        await AwaitConditionAsync(() => Task.FromResult(Volatile.Read(ref told) > 0));
        await ExpectNoMsgAsync(TimeSpan.FromMilliseconds(200));

        Assert.Equal(1, told);
    }

    /// <summary>A message that the forwarder has handled shows that it has subscribed.</summary>
    private async Task StartAsync(Action<string> log)
    {
        var forwarder = Sys.ActorOf(LogForwarder.Props(log));
        await forwarder.Ask<ActorIdentity>(new Identify(1), TimeSpan.FromSeconds(30));
    }
}
