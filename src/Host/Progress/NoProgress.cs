using Backtest.Actors.Running;

namespace Backtest.Host.Progress;

/// <summary>Shows nothing but notes.</summary>
internal sealed class NoProgress(TextWriter writer) : ProgressDisplay(Timeout.InfiniteTimeSpan)
{
    /// <inheritdoc/>
    protected override void WriteNote(string line) => writer.WriteLine(line);

    /// <inheritdoc/>
    protected override void WriteState(StudyProgress progress) { }

    /// <inheritdoc/>
    protected override void WriteLast(StudyProgress? progress) { }
}
