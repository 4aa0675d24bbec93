using Backtest.Engine.Studies;

namespace Backtest.Actors.Running;

/// <summary>Runs studies in a host; registered by <c>AddBacktest</c>. One study may not run twice at a time; different ones may.</summary>
public interface IStudyRunner
{
    /// <summary>Runs what is missing of <paramref name="study"/>, as <see cref="StudyRunner.RunAsync"/> does. The store is the host's;
    /// that of <paramref name="options"/> is not used.</summary>
    Task<StudyOutcome> RunAsync(Study study, StudyRunOptions? options = null, CancellationToken cancellation = default);
}
