using Backtest.Engine.Signals;
using Backtest.Strategies.Indicators;

namespace MyStrategy;

/// <summary>An indicator of our own, shared as the built-in ones are: the first backtest that asks for a period and a width computes it, all
/// others read the same column.</summary>
public static class AtrChannelIndicator
{
    /// <summary>Upper line of the channel: exponential average of the close plus <paramref name="width"/> average true ranges.</summary>
    /// <param name="market">The bars.</param>
    /// <param name="period">Bars of both averages.</param>
    /// <param name="width">Average true ranges.</param>
    public static ReadOnlySpan<double> AtrChannel(this MarketView market, int period, double width) => market.Columns(
        new ColumnKey("my-atr-channel", period, width),
        static (market, key) =>
        {
            var range = market.AverageTrueRange((int)key.First);
            var middle = market.Ema((int)key.First);
            var upper = new double[market.Count];
            for (var bar = 0; bar < upper.Length; bar++) upper[bar] = middle[bar] + key.Second * range[bar];
            return [upper];
        })[0];

    /// <summary>Average true range, one column a period, whatever the channel's width.</summary>
    private static ReadOnlySpan<double> AverageTrueRange(this MarketView market, int period) => market.Columns(
        new ColumnKey("my-atr", period),
        static (market, key) =>
        {
            var average = new double[market.Count];
            TrueRange.WriteAverage(market.High, market.Low, market.Close, (int)key.First, average);
            return [average];
        })[0];
}
