using Akka.Actor;
using Backtest.Actors.Hosting;
using Backtest.Actors.Nodes;
using Backtest.Engine.Signals;
using Backtest.Storage.Journal;
using Backtest.Storage.Results;
using Backtest.Storage.Store;

namespace Backtest.Actors.Running;

/// <summary>A run of a study whose next backtests depend on what is recorded: one stage after the other, until nothing is to be run. Interrupted
/// anywhere, it goes on to the same stages, since they are a function of the journal alone.</summary>
/// <param name="store">The store that is run into.</param>
/// <param name="history">What is recorded.</param>
/// <param name="coverage">What was recorded before.</param>
/// <param name="options">How to run it.</param>
/// <param name="settings">The settings.</param>
/// <param name="profile">Where stage times are summed; null where nobody measures.</param>
internal sealed class StagedRun(
    StoreDirectory store,
    StudyHistory history,
    StudyCoverage coverage,
    StudyRunOptions options,
    ResolvedSettings settings,
    RunProfile? profile)
{
    /// <summary>Runs it.</summary>
    public async Task<StudyOutcome> ExecuteAsync(ActorSystem system, CancellationToken cancellation)
    {
        var columns = new ColumnCache(BacktestSettings.Create(system.Settings.Config).Node.ColumnCacheBytes);
        var total = new StudyOutcome(
            coverage.Planned, coverage.Found, coverage.FoundFailed, 0, 0, RunEnd.Finished, TimeSpan.Zero, settings.Advice, null, [], [])
        {
            Dropped = coverage.Dropped,
        };
        while (history.Next is { } stage && total.End == RunEnd.Finished)
        {
            var own = options with { Progress = options.Progress is { } told ? new StagedProgress(told, total) : null };
            var run = new StudyRun(stage, own, settings, profile, columns).ExecuteAsync(system, cancellation);
            // A stage that runs in the caller's thread leaves it there for the next one.
            var ended = settings.InCallersThread ? run.GetAwaiter().GetResult() : await run.ConfigureAwait(false);
            var before = history.Table.Count;
            using (var journal = JournalReader.Open(store)) history.ReadOn(journal);
            total = Add(total, ended, history.Table);
            if (total.End == RunEnd.Finished && history.Table.Count == before && history.Next is not null)
                return total with { End = RunEnd.Broken, Message = "a stage ended without a result, and the next one would be the same" };
        }

        return total;
    }

    private static StudyOutcome Add(StudyOutcome total, StudyOutcome stage, ResultTable table) => total with
    {
        Planned = table.Plan.Planned,
        Done = total.Done + stage.Done,
        Failed = total.Failed + stage.Failed,
        Dropped = table.Dropped,
        End = stage.End,
        Elapsed = total.Elapsed + stage.Elapsed,
        Message = stage.Message,
        Alarms = [.. total.Alarms, .. stage.Alarms],
        Profile = stage.Profile,
    };
}
