using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Numerics;

namespace Backtest.Engine.Simulation;

/// <summary>Finds the bar on which rules close a position by a price. A block whose extremes reach no level is skipped at once.</summary>
internal static class ExitScan
{
    private const int BlockBars = 32;

    /// <summary>The first bar that closes the position.</summary>
    /// <param name="slice">The bars.</param>
    /// <param name="levels">The levels at the first bar; they follow the bars.</param>
    /// <param name="bar">The first bar to look at.</param>
    /// <param name="end">The bar after the last one.</param>
    /// <param name="hit">The price.</param>
    /// <returns>The bar; -1 where there is none.</returns>
    public static int Find(BarSlice slice, ref ExitLevels levels, int bar, int end, out ExitHit hit)
    {
        var open = slice.Open;
        var high = slice.High;
        var low = slice.Low;
        hit = default;
        while (bar < end)
        {
            var count = Math.Min(BlockBars, end - bar);
            if (count == BlockBars && levels.TakeUnhit(Extremes.Highest(high.Slice(bar, count)), Extremes.Lowest(low.Slice(bar, count))))
            {
                bar += count;
                continue;
            }

            for (var blockEnd = bar + count; bar < blockEnd; bar++)
            {
                if (levels.IsHit(open[bar], high[bar], low[bar], out hit)) return bar;
                levels.Take(high[bar], low[bar]);
            }
        }

        return -1;
    }
}
