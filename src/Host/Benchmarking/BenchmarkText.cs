using Backtest.Actors.Advice;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Storage.Problems;
using Spectre.Console;
using static Backtest.Host.Running.PeopleText;

namespace Backtest.Host.Benchmarking;

/// <summary>Shows a benchmark to a person: times, the comparison with published figures, and advice.</summary>
/// <param name="measured">The benchmark.</param>
internal sealed class BenchmarkText(SetupMeasurements measured)
{
    private const double Pays = 1.2, ProcessorBound = 0.7;

    private static readonly PlainColumn[] TimeColumns =
    [
        new("configuration"),
        new("--workers", 3, true),
        new("runtime", 0, true),
        new("speedup", 1, true),
        new("backtests/s", 2, true),
        new("peak memory", 4, true),
    ];

    private static readonly PlainColumn[] ComparisonColumns =
    [
        new("configuration"),
        new("published", 1, true),
        new("speedup", 3, true),
        new("this machine", 0, true),
        new("speedup", 2, true),
        new("best use case", 4),
    ];

    /// <summary>Writes all of it.</summary>
    public void Write(Shell shell)
    {
        var console = shell.OutputConsole;
        console.WriteLine(Title());
        PlainTable.Write(console, TimeColumns, [.. Times()]);
        console.WriteLine($"all runs gave the same {Count(measured.Sample, "result", "results")}");
        foreach (var line in Extrapolation()) console.WriteLine(line);
        console.WriteLine();
        console.WriteLine(
            Invariant($"{GuideFigures.Backtests:#,0} backtests, as published for a framework of Python processes, and on this machine:"));
        PlainTable.Write(console, ComparisonColumns, [.. Comparison()]);
        foreach (var line in Advice()) console.WriteLine(line);
    }

    private string Title()
    {
        var repeats = measured.Repeats > 1 ? $", median of {measured.Repeats} runs each" : "";
        return $"{measured.Study}: {Count(measured.Sample, "backtest", "backtests")} of "
            + Invariant($"{measured.Planned:#,0}, recorded each time{repeats}; ")
            + $"{Count(measured.Machine.Cores, "core", "cores")}, {Size(measured.Machine.TotalMemory)} of memory";
    }

    private IEnumerable<string[]> Times() => measured.Rows.Select(row => new[]
    {
        row.Name,
        row.Option,
        Seconds(row.Runtime),
        Invariant($"{measured.Speedup(row):0.0}x"),
        Invariant($"{measured.Sample / row.Runtime.TotalSeconds:#,0}"),
        Size(row.PeakResident),
    });

    private IEnumerable<string> Extrapolation()
    {
        if (!measured.IsTelling)
        {
            yield return $"these backtests are too few to tell: starting a run takes {Duration(measured.Start)} of these times";
            yield break;
        }

        var time = measured.Extrapolate(measured.AllCores, measured.Planned);
        yield return $"expected time for all {Count(measured.Planned, "backtest", "backtests")} on all cores: "
            + Invariant($"{time.TotalMinutes:0.0} minutes ({Duration(time)})");
    }

    private IEnumerable<string[]> Comparison()
    {
        foreach (var figure in GuideFigures.All)
        {
            // More workers than cores are no figure for so many cores.
            var row = measured.Rows.LastOrDefault(row => row.Workers == figure.Workers && row.Workers <= measured.Machine.Cores);
            yield return Cells(figure.Name, Invariant($"{figure.Minutes} min"), Invariant($"{figure.Speedup}x"), row, figure.BestFor);
        }

        if (GuideFigures.All.All(figure => figure.Workers != measured.AllCores.Workers))
            yield return Cells(measured.AllCores.Name, "", "", measured.AllCores, "this machine, where nothing else runs");
    }

    private string[] Cells(string name, string published, string speedup, Measurement? row, string bestFor) =>
    [
        name,
        published,
        speedup,
        row is null || !measured.IsTelling ? MetricText.Undefined : Duration(measured.Extrapolate(row, GuideFigures.Backtests)),
        row is null || !measured.IsTelling ? MetricText.Undefined : Invariant($"{measured.Speedup(row):0.0}x"),
        bestFor,
    ];

    private IEnumerable<string> Advice()
    {
        yield return Parallel();
        if (measured.IsTelling) yield return Bound();
        yield return measured.BytesPerWorker > 0
            ? $"memory: a further worker took about {Size(measured.BytesPerWorker)}, {Size(measured.Machine.AvailableMemory)} are available"
            : $"memory: further workers took none that could be measured, {Size(measured.Machine.AvailableMemory)} are available";
        yield return Platform(measured.Machine);
        yield return $"recommended: {Recommended()}";
    }

    private string Bound() => measured.ProcessorShare >= ProcessorBound
        ? Invariant($"the work is CPU-bound: a core is busy for {measured.ProcessorShare:0%} of a sequential run")
        : Invariant($"the work is I/O-bound: for {1 - measured.ProcessorShare:0%} of a sequential run nothing is computed: ")
            + "the store's disk is slow, or other programs have the cores";

    /// <summary>What the operating system means for the number of workers.</summary>
    public static string Platform(Machine machine)
    {
        var workers = RunAdvisor.PlatformWorkers(machine);
        var percent = RunAdvisor.PlatformPercent(machine.System);
        var name = machine.System switch
        {
            OperatingSystemKind.Linux => "Linux: workers cost least here",
            OperatingSystemKind.MacOS => "macOS: much like Linux, with stricter memory limits",
            _ => "Windows: starting workers and their memory cost more than elsewhere",
        };
        return $"{name}; by rule of thumb {percent} % of the cores: {Count(workers, "worker", "workers")}";
    }

    private string Parallel()
    {
        if (!measured.IsTelling) return "parallel does not pay for so little work: a sequential run is over as soon";
        var best = measured.Rows.Skip(1).MinBy(row => row.Runtime)!;
        var speedup = Invariant($"{measured.Speedup(best):0.0}x");
        if (measured.Speedup(best) >= Pays) return $"parallel pays: {best.Name} are {speedup} as fast as a sequential run";
        var why = measured.Machine.Cores == 1 ? "there is one core"
            : measured.ProcessorShare < ProcessorBound ? "the work waits for the disk, or for a core that another program has"
            : measured.Planned < RunAdvisor.ParallelFrom ? "there are fewer than 100 backtests, and starting workers costs more than they save"
            : "the cores are busy with something else, or share what limits them";
        return $"parallel does not pay here ({speedup}): {why}";
    }

    private string Recommended()
    {
        var reference = PrintableText.Of(measured.Reference);
        var best = measured.Rows.Skip(1).MinBy(row => row.Runtime)!;
        return !measured.IsTelling || measured.Speedup(best) < Pays || measured.Planned < RunAdvisor.ParallelFrom
            ? $"backtest run {reference} --workers none"
            : $"backtest run {reference} --preset fast (where nothing else runs), --preset recommended (shared with other work)";
    }
}
