using Backtest.Engine.Market;

namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>Buying and holding a symbol without costs, seen at the closes of a backtest.</summary>
/// <param name="Symbol">The symbol that is held.</param>
/// <param name="Returns">Its return over each bar of the backtest; the first is 0, as it is bought at that close.</param>
public sealed record BenchmarkCurve(string Symbol, double[] Returns)
{
    /// <summary>Holds a symbol over some closes: at each of them counts the symbol's last close up to it. Before the first one nothing is held, and
    /// the return is 0.</summary>
    /// <param name="series">The bars of the symbol.</param>
    /// <param name="closeTimes">The closes, in UTC ticks.</param>
    public static BenchmarkCurve Of(BarSeries series, ReadOnlySpan<long> closeTimes)
    {
        var (returns, before) = (new double[closeTimes.Length], double.NaN);
        for (var bar = 0; bar < returns.Length; bar++)
        {
            var last = series.IndexAtOrAfter(closeTimes[bar] + 1) - 1;
            if (last < 0) continue;
            var close = series.Close[last];
            if (!double.IsNaN(before)) returns[bar] = close / before - 1;
            before = close;
        }

        return new BenchmarkCurve(series.Symbol, returns);
    }
}
