using Backtest.Actors.Advice;
using Backtest.Actors.Running;
using static Backtest.Host.Running.PeopleText;

namespace Backtest.Host.Running;

/// <summary>What is told before a run: what is to do, and the settings chosen.</summary>
internal static class StartText
{
    private const double LittleMemory = 8;
    private const int FewCores = 2;

    /// <summary>The lines before a run.</summary>
    /// <param name="run">The run.</param>
    public static IEnumerable<string> Lines(PreparedRun run)
    {
        var (coverage, settings) = (run.Coverage, run.Settings);
        yield return Invariant($"{run.Plan.Study.Definition.Name}: {Count(coverage.Planned, "backtest", "backtests")} planned, ")
            + Invariant($"{coverage.Found:#,0} found, {coverage.Missing:#,0} missing")
            + (coverage.Dropped > 0 ? Invariant($", {coverage.Dropped:#,0} dropped") : "");
        yield return $"workers: {Workers(settings, run.IsAutomatic)}, batch size: {Batch(settings)}, checkpoint batch: {CheckpointBatch(settings)}";
        yield return "memory: " + Memory(MemoryOf(run.Machine));
        if (Warning(run.Machine) is { } warning) yield return warning;
        if (settings.InCallersThread && run.TimeoutAsked)
            yield return "note: in the program's own thread no backtest can be given up: --timeout needs two workers or more, or --workers auto";
    }

    /// <summary>The number of workers, and where they run or why they are so many.</summary>
    public static string Workers(ResolvedSettings settings, bool automatic)
    {
        if (settings.InCallersThread) return "none (sequential, in the program's own thread)";
        var count = Invariant($"{settings.Advice.Workers:#,0}");
        return automatic ? $"{count} (auto)" : count;
    }

    /// <summary>The batch size; an automatic one grows so that a batch takes about a quarter of a second.</summary>
    public static string Batch(ResolvedSettings settings) => Size(settings.Advice.BatchSize, settings.ExactBatch);

    /// <summary>The checkpoint batch size; an automatic one grows rather than be written more often than every tenth of a second.</summary>
    public static string CheckpointBatch(ResolvedSettings settings) => Size(settings.Advice.CheckpointBatchSize, settings.ExactCheckpointBatch);

    /// <summary>One line where the machine is small; null where it is not.</summary>
    public static string? Warning(Machine machine)
    {
        var total = machine.TotalMemory / (double)(1L << 30);
        var (few, little) = (machine.Cores <= FewCores, total < LittleMemory);
        var cores = Count(machine.Cores, "core", "cores");
        return (few, little) switch
        {
            (true, true) => Invariant($"note: {cores} and {total:0.0} GB of memory are little: workers win little here, and large data may not fit"),
            (true, false) => $"note: with {cores}, workers win little over --workers none",
            (false, true) => Invariant($"note: {total:0.0} GB of memory is little: large data may leave room for few workers"),
            _ => null,
        };
    }

    private static string Size(int size, bool exact) => exact ? Invariant($"{size:#,0}") : Invariant($"{size:#,0} or more");

    private static MemoryUse MemoryOf(Machine machine) => new(machine.TotalMemory, machine.AvailableMemory, 0);
}
