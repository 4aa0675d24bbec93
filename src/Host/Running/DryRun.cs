using Backtest.Actors.Advice;
using Backtest.Actors.Running;
using Backtest.Host.CommandLine;
using static Backtest.Host.Running.PeopleText;

namespace Backtest.Host.Running;

/// <summary><c>run --dry-run</c>: the plan, the settings, and what the run would take.</summary>
internal static class DryRun
{
    /// <summary>Writes it to standard output; nothing is recorded.</summary>
    public static void Write(Shell shell, PreparedRun run)
    {
        foreach (var line in Lines(run)) shell.Output.WriteLine(line);
        if (StartText.Warning(run.Machine) is { } warning) shell.Error.WriteLine(warning);
    }

    private static IEnumerable<string> Lines(PreparedRun run)
    {
        var (study, coverage, settings) = (run.Plan.Study, run.Coverage, run.Settings);
        var runs = (long)study.Series.Count * run.Plan.Windows.Count;
        yield return Invariant($"study:            {study.Definition.Name}");
        yield return Invariant($"plan:             {Count(coverage.Planned, "backtest", "backtests")}: ")
            + $"{Count(study.Strategies.Count, "strategy", "strategies")} with {Count(coverage.Planned / runs, "parameter set", "parameter sets")}, "
            + $"{Count(study.Series.Count, "data set", "data sets")}, {Count(run.Plan.Windows.Count, "window", "windows")}";
        var failed = coverage.FoundFailed > 0 ? Invariant($", {coverage.FoundFailed:#,0} of them failed") : "";
        yield return Invariant($"found:            {coverage.Found:#,0}{failed}");
        yield return Invariant($"missing:          {coverage.Missing:#,0}");
        if (run.IsStaged) yield return Invariant($"dropped:          {coverage.Dropped:#,0} as far as that is decided");
        yield return Invariant($"workers:          {StartText.Workers(settings, run.IsAutomatic)}");
        yield return Invariant($"checkpoint batch: {StartText.CheckpointBatch(settings)}");
        yield return Invariant($"batch size:       {StartText.Batch(settings)}");
        yield return Invariant($"total strategies: {coverage.Missing / runs:#,0} to run");
        var workload = run.Calibrate();
        yield return $"expected time:    {ExpectedTime(run, workload)}";
        var memory = new MemoryUse(run.Machine.TotalMemory, run.Machine.AvailableMemory, 0);
        yield return $"memory:           {Need(settings, workload)}; {Memory(memory)}";
    }

    private static string ExpectedTime(PreparedRun run, Workload? workload)
    {
        if (run.Coverage.Missing == 0) return "nothing is missing";
        if (workload is null) return "unknown: no backtest ended within a second";
        var time = workload.TimeOf(run.Coverage.Missing, run.Settings.Advice.Workers, run.Machine.Cores);
        return Invariant($"about {time.TotalMinutes:0.0} minutes ({Duration(time)}; ")
            + $"one backtest took {Duration(workload.PerBacktest)} in a trial of {workload.Sampled})";
    }

    private static string Need(ResolvedSettings settings, Workload? workload)
    {
        if (workload is null) return "need unknown";
        var all = workload.SharedBytes + workload.BytesPerWorker * settings.Advice.Workers;
        return $"{Size(workload.SharedBytes)} of shared bars, {Size(workload.BytesPerWorker)} a worker, "
            + $"{Size(all)} in all beside shared indicator columns";
    }
}
