using Backtest.Actors.Hosting;
using Backtest.Engine.Studies;
using Backtest.Storage.Store;

namespace Backtest.Actors.Running;

/// <summary>Runs a study's missing backtests and records their results.</summary>
public static class StudyRunner
{
    /// <summary>Runs what is missing of <paramref name="study"/> in an actor system of its own, which is gone when the task ends.
    /// With one worker or none asked for, the backtests run in the caller's thread, before the task is returned:
    /// a debugger stops in the strategy.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">How to run it; null for what the study itself says.</param>
    /// <param name="cancellation">Stops handing out work; what is finished is recorded before the task ends.</param>
    /// <returns>How the run ended. A run that could not go on is an outcome too: <see cref="RunEnd.Broken"/>.</returns>
    /// <exception cref="StudyException">The study cannot be planned.</exception>
    /// <exception cref="StoreException">The store cannot be written, or another process writes to it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static async Task<StudyOutcome> RunAsync(
        Study study, StudyRunOptions? options = null, CancellationToken cancellation = default)
    {
        return await Prepare(new Plan(study), options).RunAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Plans a run without starting it: what is recorded, and which settings it would run with. Nothing is written.</summary>
    /// <param name="plan">The study's plan.</param>
    /// <param name="options">How to run it; null for what the study itself says.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static PreparedRun Prepare(Plan plan, StudyRunOptions? options = null)
    {
        options ??= new StudyRunOptions();
        return new PreparedRun(plan, options, new StoreDirectory(options.Store));
    }

    /// <summary>Gives the recorded failures of a study back: its next run runs them again.</summary>
    /// <param name="study">The study.</param>
    /// <param name="store">The directory of the store.</param>
    /// <param name="cancellation">Gives up waiting for the store.</param>
    /// <returns>How many backtests will run again.</returns>
    /// <exception cref="StudyException">The study cannot be planned.</exception>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public static async Task<long> RetryFailuresAsync(Study study, string store, CancellationToken cancellation = default)
    {
        var directory = new StoreDirectory(store);
        var plan = StudyCoverage.Read(directory, new Plan(study)).History.Table.Plan;
        await using var own = OwnSystem.Start(directory, null);
        var answer = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        own.System.ActorOf(RetryActor.Props(plan, answer), "retry");
        return await answer.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }
}
