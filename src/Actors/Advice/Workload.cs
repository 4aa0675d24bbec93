namespace Backtest.Actors.Advice;

/// <summary>What a short trial of a study's backtests measured on this machine.</summary>
/// <param name="PerBacktest">Mean time of one backtest on one core.</param>
/// <param name="BytesPerWorker">Memory that a further worker needs, the shared bars and indicator columns left out.</param>
/// <param name="SharedBytes">Memory of the bars, which all workers share.</param>
/// <param name="Sampled">How many backtests were tried.</param>
public sealed record Workload(TimeSpan PerBacktest, long BytesPerWorker, long SharedBytes, int Sampled)
{
    /// <summary>The time that so many backtests take on so many workers, each on a core of its own.</summary>
    /// <param name="backtests">Backtests to run.</param>
    /// <param name="workers">Workers; 1 or more.</param>
    /// <param name="cores">Cores; workers beyond them win nothing.</param>
    public TimeSpan TimeOf(long backtests, int workers, int cores) =>
        TimeSpan.FromSeconds(Math.Min(PerBacktest.TotalSeconds * backtests / Math.Clamp(workers, 1, cores), TimeSpan.MaxValue.TotalSeconds / 2));
}
