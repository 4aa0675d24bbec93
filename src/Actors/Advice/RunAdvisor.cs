namespace Backtest.Actors.Advice;

/// <summary>Finds workers and batch sizes for a run; every formula has a floor of one worker.</summary>
public static class RunAdvisor
{
    /// <summary>Below this many backtests a run is sequential: starting workers costs more than they save.</summary>
    public const int ParallelFrom = 100;

    /// <summary>From this many backtests on, workers pay as a rule; between <see cref="ParallelFrom"/> and here it depends.</summary>
    public const int ParallelPaysFrom = 1000;

    /// <summary>2 GiB, what a worker needs in frameworks that give each a process of its own. Passed to <see cref="Advise(Machine, long, long)"/>
    /// it gives the rule of thumb min(cores - 1, available GiB / 2, backtests / 10).</summary>
    public const long ProcessBytesPerWorker = 2L << 30;

    private const int BacktestsPerWorker = 10;
    private const long DefaultBytesPerWorker = 50L << 20;

    private static readonly TimeSpan WorkerStart = TimeSpan.FromMilliseconds(2);

    /// <summary>Workers and batch sizes for <paramref name="backtests"/> on <paramref name="machine"/>:
    /// workers = max(1, min(cores - 1, available memory / need per worker, backtests / 10)), on Windows at most half the cores;
    /// batch = max(50, workers x 10); checkpoint batch = max(10, workers x 5).</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="backtests">Backtests to run.</param>
    /// <param name="bytesPerWorker">Memory that a further worker needs; 50 MiB where it was not measured.</param>
    public static RunAdvice Advise(Machine machine, long backtests, long bytesPerWorker = DefaultBytesPerWorker)
    {
        var byCores = machine.System == OperatingSystemKind.Windows ? machine.Cores / 2 : machine.Cores - 1;
        var byMemory = machine.AvailableMemory / Math.Max(1, bytesPerWorker);
        var workers = Math.Min(Math.Min(byCores, byMemory), backtests / BacktestsPerWorker);
        return ForWorkers(backtests < ParallelFrom ? 1 : (int)Math.Max(1, workers));
    }

    /// <summary>As above, for backtests that were tried: with their memory, and sequential where all of them together take less time
    /// than workers save after their start.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="backtests">Backtests to run.</param>
    /// <param name="workload">What was measured; null where nothing was.</param>
    public static RunAdvice Advise(Machine machine, long backtests, Workload? workload)
    {
        if (workload is null) return Advise(machine, backtests);
        var advice = Advise(machine, backtests, workload.BytesPerWorker);
        var saved = workload.TimeOf(backtests, 1, 1) - workload.TimeOf(backtests, advice.Workers, machine.Cores);
        return saved > WorkerStart * advice.Workers ? advice : ForWorkers(1);
    }

    /// <summary>Whether a measured workload can change the advice: not where cores or backtests allow one worker only.</summary>
    public static bool DependsOnWorkload(Machine machine, long backtests) => Advise(machine, backtests, bytesPerWorker: 1).Workers > 1;

    /// <summary>The batch sizes that suit a number of workers.</summary>
    public static RunAdvice ForWorkers(int workers) => new(workers, Math.Max(50, workers * 10), Math.Max(10, workers * 5));

    /// <summary>The names that <see cref="Preset"/> knows.</summary>
    public static IReadOnlyList<string> Presets { get; } = ["fast", "recommended", "conservative", "complete"];

    /// <summary>The settings of a preset: <c>fast</c> uses all cores; <c>recommended</c> all but one, batch 100, checkpoint batch 50;
    /// <c>conservative</c> half of them; <c>complete</c> is <see cref="CompleteSetup"/>.</summary>
    /// <returns>Null where there is no such preset.</returns>
    public static RunAdvice? Preset(string name, Machine machine) => name switch
    {
        "fast" => ForWorkers(machine.Cores),
        "recommended" => new RunAdvice(Math.Max(1, machine.Cores - 1), 100, 50),
        "conservative" => ForWorkers(Math.Max(1, machine.Cores / 2)),
        "complete" => CompleteSetup(machine),
        _ => null,
    };

    /// <summary>The three numbers of a complete setup: workers = min(cores - 1, available GiB / 2, 8), batch = max(50, workers x 10),
    /// checkpoint batch = max(25, workers x 5).</summary>
    public static RunAdvice CompleteSetup(Machine machine)
    {
        var workers = (int)Math.Max(1, Math.Min(Math.Min(machine.Cores - 1, machine.AvailableMemory / ProcessBytesPerWorker), 8));
        return new RunAdvice(workers, Math.Max(50, workers * 10), Math.Max(25, workers * 5));
    }

    /// <summary>Workers by the rule of thumb for the operating system: 90 % of the cores on Linux, 80 % on macOS, where memory limits are stricter,
    /// half of them on Windows, where starting and memory cost more; one at least.
    /// The automatic choice is <see cref="Advise(Machine, long, long)"/>.</summary>
    public static int PlatformWorkers(Machine machine) => Math.Max(1, machine.Cores * PlatformPercent(machine.System) / 100);

    /// <summary>The share of the cores behind <see cref="PlatformWorkers"/>, in percent.</summary>
    public static int PlatformPercent(OperatingSystemKind system) => system switch
    {
        OperatingSystemKind.Linux => 90,
        OperatingSystemKind.MacOS => 80,
        _ => 50,
    };
}
