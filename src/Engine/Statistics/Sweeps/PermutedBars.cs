using Backtest.Engine.Market;
using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics.Sweeps;

/// <summary>Bars whose moves are those of others in another order: what a market without memory might have been. T. Masters, Permutation and
/// Randomization Tests for Trading System Development (2020), with one change: the moves of a bar stay together.</summary>
/// <remarks>The log moves of a bar from the close before it to its open, high, low and close are permuted as one, with its volume, so that no bar
/// appears whose close lies outside of its range. The warm-up and the first bar of the window stay as they are, as do all times; since moves add
/// up, the last close stays too. Referee: property tests.</remarks>
public static class PermutedBars
{
    /// <summary>The bars of a slice with the window's moves permuted; those of a portfolio moment by moment of its timeline, all symbols at
    /// once.</summary>
    /// <param name="slice">The bars; prices are positive.</param>
    /// <param name="random">Chooses the order.</param>
    public static BarSlice Of(BarSlice slice, SeededRandom random)
    {
        if (slice.IsPortfolio) return PermutedPortfolio.Of(slice, random);
        var fixedBars = slice.First + 1;
        var order = Enumerable.Range(fixedBars, slice.Count - fixedBars).ToArray();
        random.Shuffle<int>(order);
        double[] open = slice.Open.ToArray(), high = slice.High.ToArray(), low = slice.Low.ToArray(), close = slice.Close.ToArray();
        var volume = slice.Volume.ToArray();
        for (var bar = fixedBars; bar < slice.Count; bar++)
        {
            var from = order[bar - fixedBars];
            var scale = close[bar - 1] / slice.Close[from - 1];
            (open[bar], close[bar]) = (slice.Open[from] * scale, slice.Close[from] * scale);
            high[bar] = slice.High[from] * scale;
            low[bar] = slice.Low[from] * scale;
            volume[bar] = slice.Volume[from];
        }

        // Nobody asks for the hash of bars that are thrown away after one run; scaling is monotone, so that they need no check.
        var columns = new BarColumns(slice.CloseTimes.ToArray(), open, high, low, close, volume);
        return new BarSlice(new BarSeries(slice.Series.Symbol, slice.Series.Timeframe, columns, default(Hash128)), 0, slice.First, slice.Count);
    }
}
