using Backtest.Actors.Running;
using Backtest.Host.Running;

namespace Backtest.Host.Progress;

/// <summary>A line after a second, one every five seconds then, and a last one: for pipes and logs.</summary>
/// <param name="writer">Where to write.</param>
internal sealed class PlainProgress(TextWriter writer) : ProgressDisplay(Look)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private TimeSpan _due = First;

    /// <summary>A state on one line.</summary>
    public static string Line(StudyProgress progress)
    {
        var recorded = progress.Planned - progress.Missing;
        var share = progress.Planned > 0 ? 100.0 * recorded / progress.Planned : 100;
        var left = progress.Missing == 0 ? "" : progress.Remaining is { } time ? $"  {PeopleText.Left(time)} left" : "";
        return PeopleText.Invariant($"{recorded:#,0} of {progress.Planned:#,0} ({ShareOf(share)} %)  {progress.Failed:#,0} failed  ")
            + PeopleText.Rate(progress.PerSecond) + left
            + PeopleText.Invariant($"  used {progress.Memory.UsedPercent:0} %  available {progress.Memory.AvailableGiB:0.0} GB");
    }

    /// <summary>A share in percent, which is 100 only when nothing is left.</summary>
    public static string ShareOf(double percent) => PeopleText.Invariant($"{(percent >= 100 ? 100 : Math.Floor(percent * 10) / 10):0.0}");

    /// <inheritdoc/>
    protected override void WriteNote(string line) => writer.WriteLine(line);

    /// <inheritdoc/>
    protected override void WriteState(StudyProgress progress)
    {
        if (progress.Elapsed < _due) return;
        _due = progress.Elapsed + Between;
        writer.WriteLine(Line(progress));
    }

    /// <inheritdoc/>
    protected override void WriteLast(StudyProgress? progress)
    {
        if (progress is not null) writer.WriteLine(Line(progress));
    }
}
