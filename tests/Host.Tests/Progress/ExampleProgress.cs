using Backtest.Actors.Running;

namespace Backtest.Host.Tests.Progress;

/// <summary>A state of a run.</summary>
internal static class ExampleProgress
{
    public static StudyProgress Of(long planned, long done, long failed = 0, long found = 0, int workers = 2, double seconds = 2) => new(
        planned,
        found,
        done,
        failed,
        TimeSpan.FromSeconds(seconds),
        2310,
        TimeSpan.FromSeconds(3.8),
        new MemoryUse(20L << 30, 12L << 30, 310L << 20),
        [.. Enumerable.Range(1, workers).Select(worker => new WorkerProgress($"worker-{worker}", done / workers, worker - 2))]);
}
