namespace Backtest.Actors.Running;

/// <summary>Turns the progress of a stage into that of its study.</summary>
/// <param name="told">Who is told.</param>
/// <param name="before">What was run before the stage.</param>
internal sealed class StagedProgress(IProgress<StudyProgress> told, StudyOutcome before) : IProgress<StudyProgress>
{
    /// <inheritdoc />
    public void Report(StudyProgress value)
    {
        var study = value with
        {
            Planned = before.Planned,
            Found = before.Found,
            Done = before.Done + value.Done,
            Failed = before.Failed + value.Failed,
            Dropped = before.Dropped,
            Elapsed = before.Elapsed + value.Elapsed,
        };
        TimeSpan? remaining = study.Missing == 0 ? TimeSpan.Zero
            : value.PerSecond > 0 ? TimeSpan.FromSeconds(Math.Min(study.Missing / value.PerSecond, TimeSpan.MaxValue.TotalSeconds / 2))
            : null;
        told.Report(study with { Remaining = remaining });
    }
}
