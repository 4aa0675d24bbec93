using Backtest.Actors.Advice;
using Backtest.Actors.Running;

namespace Backtest.Actors.Supervision;

/// <summary>Puts together what a run tells of its progress.</summary>
/// <param name="planned">Backtests of the plan.</param>
internal sealed class ProgressReport(long planned)
{
    private static readonly TimeSpan RateWindow = TimeSpan.FromSeconds(5);

    private readonly RateMeter _rate = new(RateWindow);
    private readonly SortedDictionary<string, IReadOnlyList<WorkerProgress>> _workers = new(StringComparer.Ordinal);

    /// <summary>Notes what a node's workers do.</summary>
    public void Note(string node, IReadOnlyList<WorkerProgress> workers) => _workers[node] = workers;

    /// <summary>A node is gone.</summary>
    public void Forget(string node) => _workers.Remove(node);

    /// <summary>The progress at a time since the run began.</summary>
    public StudyProgress At(TimeSpan elapsed, long found, long done, long failed)
    {
        _rate.Note(elapsed, done + failed);
        var (left, perSecond) = (planned - found - done - failed, _rate.PerSecond);
        TimeSpan? remaining = left == 0 ? TimeSpan.Zero : perSecond > 0 ? Seconds(left / perSecond) : null;
        return new StudyProgress(
            planned, found, done, failed, elapsed, perSecond, remaining, MemoryReader.Read(), [.. _workers.Values.SelectMany(node => node)]);
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.MaxValue.TotalSeconds / 2));
}
