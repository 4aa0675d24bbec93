using Backtest.Actors.Running;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;
using Backtest.Storage.Store;
using static Backtest.Host.Running.PeopleText;

namespace Backtest.Host.Running;

/// <summary>What is told after a run, and the exit code.</summary>
/// <param name="run">The run.</param>
/// <param name="outcome">How it ended.</param>
/// <param name="request">What was asked for.</param>
internal sealed class RunSummary(PreparedRun run, StudyOutcome outcome, RunRequest request)
{
    private const int AlarmsShown = 10;

    private readonly string _name = run.Plan.Study.Definition.Name;

    /// <summary>The exit code.</summary>
    public int ExitCode => outcome.End switch
    {
        RunEnd.Cancelled => ExitCodes.Interrupted,
        RunEnd.Finished => outcome.Failed + outcome.FoundFailed > 0 ? ExitCodes.Failures : ExitCodes.Done,
        _ => ExitCodes.Broken,
    };

    /// <summary>The lines.</summary>
    public IEnumerable<string> Lines()
    {
        if (!request.Quiet) yield return outcome is { End: RunEnd.Finished, Done: 0, Failed: 0, Missing: 0 } ? Nothing() : Counts();
        foreach (var damaged in run.Coverage.Damaged) yield return $"warning: {damaged}";
        foreach (var alarm in outcome.Alarms.Take(AlarmsShown)) yield return $"alarm: {PrintableText.Of(alarm)}";
        if (outcome.Alarms.Count > AlarmsShown)
            yield return Invariant($"alarm: {outcome.Alarms.Count - AlarmsShown:#,0} more results differ from those recorded before");
        if (outcome.Failed + outcome.FoundFailed > 0) yield return Failures();
        if (End() is { } end) yield return end;
        foreach (var line in Profile()) yield return line;
    }

    /// <summary>What stopped a run that was to stop on the first failure; null where it is not recorded.</summary>
    public static string? Stopped(ResultTable table)
    {
        foreach (var row in table.At(Enumerable.Range(0, table.Count)))
        {
            if (row.Status == ResultStatus.Done) continue;
            return $"backtest: {row.Key} {FailureSubject(row)}: {row.Status.Name()}: {PrintableText.Of(row.Error?.ToString() ?? "", 300)}";
        }

        return null;
    }

    private static string FailureSubject(ResultRow row) => PrintableText.Of($"({row.Strategy} {row.ParameterText}".TrimEnd() + $", {row.Symbol})");

    private string Nothing() =>
        $"{_name}: nothing is missing, {(outcome.Dropped == 0 ? "all " : "")}{Count(outcome.Found, "backtest", "backtests")} were recorded before; "
            + Invariant($"completed {outcome.Found:#,0}") + Dropped();

    private string Counts()
    {
        var recorded = outcome.Done + outcome.Failed;
        var rate = outcome.Elapsed > TimeSpan.Zero ? recorded / outcome.Elapsed.TotalSeconds : 0;
        var workers = run.Settings.InCallersThread ? "no workers" : Count(outcome.Settings.Workers, "worker", "workers");
        return Invariant($"completed {outcome.Found + outcome.Done + outcome.Failed:#,0}: {outcome.Done:#,0} done, {outcome.Failed:#,0} failed, ")
            + Invariant($"{outcome.Found:#,0} found, {outcome.Missing:#,0} missing{Dropped()}; {Duration(outcome.Elapsed)}, {Rate(rate)}, {workers}");
    }

    private string Dropped() => outcome.Dropped == 0 ? "" : Invariant($", {outcome.Dropped:#,0} dropped");

    private string Failures()
    {
        var failed = outcome.Failed + outcome.FoundFailed;
        var before = outcome.FoundFailed switch
        {
            0 => "",
            var found when found == failed => " in an earlier run",
            var found => Invariant($", {found:#,0} of them in an earlier run"),
        };
        return $"{Count(failed, "backtest", "backtests")} failed{before}: 'backtest failures {Reference()}' says why, "
            + $"'backtest retry {Reference()}' gives {(failed == 1 ? "it" : "them")} back to the next run";
    }

    private string? End() => outcome.End switch
    {
        RunEnd.Cancelled => Invariant($"interrupted: {outcome.Found + outcome.Done + outcome.Failed:#,0} of ")
            + $"{Count(outcome.Planned, "backtest is", "backtests are")} recorded; go on with: {request.CommandLine}",
        RunEnd.Finished => null,
        _ => $"backtest: {PrintableText.Of(outcome.Message ?? "the run ended without a reason")}",
    };

    private IEnumerable<string> Profile()
    {
        if (outcome.Profile.Count == 0) yield break;
        var all = outcome.Profile.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage.Total);
        yield return "where the time went, over all workers:";
        yield return $"  {"strategy",-24} {"stage",-12} {"total",12} {"share",7} {"calls",12} {"per call",10}";
        foreach (var stage in outcome.Profile)
        {
            var name = stage.Stage.ToString().ToLowerInvariant();
            var share = all > TimeSpan.Zero ? 100 * (stage.Total / all) : 0;
            yield return Invariant($"  {PrintableText.Of(stage.Strategy),-24} {name,-12} {Duration(stage.Total),12} {share,5:0.0} % ")
                + Invariant($"{stage.Calls,12:#,0} {Duration(stage.Total / Math.Max(1, stage.Calls)),10}");
        }
    }

    /// <summary>How other commands name the study; the store is named where it is not the one that they take by themselves.</summary>
    private string Reference()
    {
        var isDefault = request.Store.Path == new StoreDirectory(StoreDirectory.DefaultName).Path;
        return isDefault ? PrintableText.Of(request.Study) : PrintableText.Of($"{request.Study} --store {request.Store.Path}");
    }
}
