namespace Backtest.Actors.Advice;

/// <summary>Finds workers and batch sizes for a run; every formula has a floor of one worker.</summary>
public static class RunAdvisor
{
    /// <summary>Below this many backtests a run is sequential: starting workers costs more than they save.</summary>
    public const int ParallelFrom = 100;

    /// <summary>From this many backtests on, workers always pay.</summary>
    public const int ParallelPaysFrom = 1000;

    private const int BacktestsPerWorker = 10;
    private const long DefaultBytesPerWorker = 50L << 20;

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

    /// <summary>The batch sizes that suit a number of workers.</summary>
    public static RunAdvice ForWorkers(int workers) => new(workers, Math.Max(50, workers * 10), Math.Max(10, workers * 5));

    /// <summary>The settings of a preset: <c>fast</c> uses all cores; <c>recommended</c> all but one, batch 100, checkpoint batch 50;
    /// <c>conservative</c> half of them; <c>complete</c> min(cores - 1, available GiB / 2, 8), checkpoint batch max(25, workers x 5).</summary>
    /// <returns>Null where there is no such preset.</returns>
    public static RunAdvice? Preset(string name, Machine machine) => name switch
    {
        "fast" => ForWorkers(machine.Cores),
        "recommended" => new RunAdvice(Math.Max(1, machine.Cores - 1), 100, 50),
        "conservative" => ForWorkers(Math.Max(1, machine.Cores / 2)),
        "complete" => Complete(machine),
        _ => null,
    };

    private static RunAdvice Complete(Machine machine)
    {
        var workers = (int)Math.Max(1, Math.Min(Math.Min(machine.Cores - 1, machine.AvailableMemory >> 31), 8));
        return new RunAdvice(workers, Math.Max(50, workers * 10), Math.Max(25, workers * 5));
    }
}
