using Backtest.Engine.Execution;
using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics.Sweeps;

/// <summary>How deep the drawdown would have been had the same trades come in another order: luck of the sequence, the final equity stays the
/// same.</summary>
/// <remarks>A trade multiplies equity by 1 + its net result / equity at the close before its entry. The drawdown is that from exit to exit, so
/// that it is no deeper than the one of the curve. Trades of several symbols that overlap are
/// taken one after the other, so that theirs is an estimate. Referee: all orders of a few trades, enumerated in the tests.</remarks>
public static class TradeOrder
{
    /// <summary>What each closed trade multiplies equity by, in the order of exits.</summary>
    /// <param name="trades">The trades; bars count from the first of the slice.</param>
    /// <param name="equity">Equity at each close of the window.</param>
    /// <param name="first">The window's first bar inside the slice.</param>
    /// <param name="capital">Equity before the window.</param>
    public static double[] Factors(IReadOnlyList<Trade> trades, IReadOnlyList<double> equity, int first, double capital)
    {
        return [.. trades.Where(trade => !trade.IsOpen).Select(trade => Math.Max(0, 1 + trade.NetResult / Before(trade.EntryBar)))];

        double Before(int bar) => bar > first ? equity[bar - first - 1] : capital;
    }

    /// <summary>The deepest drawdown of the factors in their order: negative, or 0.</summary>
    public static double Drawdown(ReadOnlySpan<double> factors)
    {
        double equity = 1, peak = 1, deepest = 0;
        foreach (var factor in factors)
        {
            equity *= factor;
            peak = Math.Max(peak, equity);
            deepest = Math.Min(deepest, equity / peak - 1);
        }

        return deepest;
    }

    /// <summary>Compares the drawdown with those of permutations; null with fewer than two trades.</summary>
    /// <param name="factors">What each trade multiplies equity by.</param>
    /// <param name="permutations">How many.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="loop">Where to compute.</param>
    public static PermutationTest? Test(double[] factors, int permutations, ulong seed, IndexLoop loop)
    {
        if (factors.Length < 2) return null;
        var drawdowns = new double[permutations];
        loop(permutations, draw =>
        {
            var shuffled = factors.ToArray();
            SeededRandom.OfDraw(seed, draw).Shuffle<double>(shuffled);
            drawdowns[draw] = Drawdown(shuffled);
        });
        return PermutationTest.Of(Drawdown(factors), drawdowns);
    }
}
