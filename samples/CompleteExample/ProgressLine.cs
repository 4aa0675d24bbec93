using Backtest.Actors.Running;

namespace CompleteExample;

/// <summary>Prints how far the run is, a line a report.</summary>
/// <param name="writer">Where to.</param>
public sealed class ProgressLine(TextWriter writer) : IProgress<StudyProgress>
{
    /// <inheritdoc/>
    public void Report(StudyProgress value)
    {
        var recorded = value.Planned - value.Missing;
        var done = FormattableString.Invariant($"{recorded}/{value.Planned} recorded, {value.Failed} failed, {value.PerSecond:F0}/s");
        var memory = FormattableString.Invariant($"memory used: {value.Memory.UsedPercent:F1}%, available: {value.Memory.AvailableGiB:F1}GB");
        writer.WriteLine($"{done}; {memory}");
    }
}
