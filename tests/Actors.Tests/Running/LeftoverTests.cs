using Backtest.Actors.Running;
using Backtest.Actors.Tests.Examples;
using Backtest.Storage.Store;

namespace Backtest.Actors.Tests.Running;

/// <summary>Counts threads of the process, so it runs alone.</summary>
[Collection(nameof(LeftoverTests))]
[CollectionDefinition(nameof(LeftoverTests), DisableParallelization = true)]
public sealed class LeftoverTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task ARunLeavesNoThreadAndNoLockBehind()
    {
        if (!OperatingSystem.IsLinux()) return;
        var during = 0;
        await RunAsync(100, _ => { });
        var before = NamedThreads();
        for (var run = 2; run <= 5; run++) await RunAsync(run * 100, threads => during = Math.Max(during, threads));

        for (var waited = 0; NamedThreads() > before && waited < 100; waited++) await Task.Delay(TimeSpan.FromMilliseconds(100));

        Assert.InRange(NamedThreads(), 0, before);
        Assert.True(during > before, $"{during} threads during a run, {before} before: they are not counted rightly");
        new StoreDirectory(_store.Path).OpenForWriting().Dispose();
    }

    private Task<StudyOutcome> RunAsync(int count, Action<int> watch) => StudyRunner.RunAsync(
        ExampleStudy.Poison(count),
        new StudyRunOptions
        {
            Store = _store.Path,
            Workers = 3,
            Hook = (backtest, run) =>
            {
                if (backtest.Index % 50 == 0) watch(NamedThreads());
                return run();
            },
        });

    /// <summary>Threads of the runtime's own pool come and go as it sees fit; all others are somebody's.</summary>
    private static int NamedThreads() => Directory.EnumerateDirectories("/proc/self/task").Count(thread =>
    {
        try
        {
            return !File.ReadAllText(Path.Combine(thread, "comm")).StartsWith(".NET", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    });
}
