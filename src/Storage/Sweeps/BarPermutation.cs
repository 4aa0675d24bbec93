using Backtest.Engine.Market;
using Backtest.Engine.Numerics;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Engine.Statistics.Sweeps;
using Backtest.Engine.Studies;

namespace Backtest.Storage.Sweeps;

/// <summary>Runs one backtest on permuted bars: what its rules reach in a market that has nothing to find.</summary>
public static class BarPermutation
{
    // Columns of bars that are run on once are of no use to anyone else.
    private const long CachedBytes = 32L << 20;

    /// <summary>Compares the metric of a backtest with those on permuted bars, see <see cref="PermutedBars"/>. A run that fails has no
    /// metric.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="index">The backtest's index.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="actual">Its value on the bars as they are.</param>
    /// <param name="permutations">How many.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="loop">Where to compute.</param>
    public static PermutationTest Test(
        Plan plan, long index, Metric metric, double actual, int permutations, ulong seed, IndexLoop loop)
    {
        var (slice, values) = (plan.CreateReader().Read(index).Slice, new double[permutations]);
        using var runners = new ThreadLocal<BacktestRunner>(() => new BacktestRunner(plan, new ColumnCache(CachedBytes)));
        loop(permutations, draw => values[draw] = Run(runners.Value!, index, PermutedBars.Of(slice, SeededRandom.OfDraw(seed, draw)), metric));
        return PermutationTest.Of(actual, values, metric.LargerIsBetter);
    }

    private static double Run(BacktestRunner runner, long index, BarSlice bars, Metric metric)
    {
        try
        {
            return metric.Of(runner.Replay(index, bars).Metrics);
        }
        catch (Exception)
        {
            return double.NaN;
        }
    }
}
