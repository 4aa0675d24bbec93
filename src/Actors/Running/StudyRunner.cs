using Backtest.Engine.Studies;

namespace Backtest.Actors.Running;

/// <summary>Runs a study's missing backtests and records their results.</summary>
public static class StudyRunner
{
    /// <summary>Runs what is missing of <paramref name="study"/> in an actor system of its own, which is gone when the task ends.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellation">Stops handing out work; what is finished is recorded before the task ends.</param>
    /// <exception cref="StudyException">The study cannot be planned.</exception>
    public static Task<StudyOutcome> RunAsync(Study study, StudyRunOptions options, CancellationToken cancellation = default) =>
        throw new NotImplementedException();
}
