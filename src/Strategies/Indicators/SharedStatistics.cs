using Backtest.Engine.Signals;

namespace Backtest.Strategies.Indicators;

/// <summary>Rolling statistics of a market's bars, computed once for all backtests that ask for the same ones.</summary>
public static class SharedStatistics
{
    /// <summary>Sum of the close.</summary>
    public static ReadOnlySpan<double> Sum(this MarketView market, int period) => market.One(
        new ColumnKey("sum", period),
        static (market, key, column) => RollingSum.Write(market.Close, (int)key.First, column));

    /// <summary>Sample deviation of the close.</summary>
    public static ReadOnlySpan<double> Deviation(this MarketView market, int period = 20) => market.One(
        new ColumnKey("deviation", period),
        static (market, key, column) => RollingDeviation.WriteSample(market.Close, (int)key.First, column));

    /// <summary>Population deviation of the close.</summary>
    public static ReadOnlySpan<double> PopulationDeviation(this MarketView market, int period = 20) => market.One(
        new ColumnKey("population-deviation", period),
        static (market, key, column) => RollingDeviation.WritePopulation(market.Close, (int)key.First, column));

    /// <summary>Highest high, the current bar included.</summary>
    public static ReadOnlySpan<double> Highest(this MarketView market, int period) => market.One(
        new ColumnKey("highest", period),
        static (market, key, column) => RollingExtremes.WriteHighest(market.High, (int)key.First, column));

    /// <summary>Lowest low, the current bar included.</summary>
    public static ReadOnlySpan<double> Lowest(this MarketView market, int period) => market.One(
        new ColumnKey("lowest", period),
        static (market, key, column) => RollingExtremes.WriteLowest(market.Low, (int)key.First, column));

    /// <summary>Median of the close.</summary>
    public static ReadOnlySpan<double> Median(this MarketView market, int period = 20) => market.One(
        new ColumnKey("median", period),
        static (market, key, column) => RollingMedian.Write(market.Close, (int)key.First, column));

    /// <summary>Median absolute deviation of the close.</summary>
    public static ReadOnlySpan<double> Mad(this MarketView market, int period = 20) => market.One(
        new ColumnKey("mad", period),
        static (market, key, column) => MedianAbsoluteDeviation.Write(market.Close, (int)key.First, column));

    /// <summary>Linear regression of the close: value, slope, r squared.</summary>
    public static double[][] Regression(this MarketView market, int period = 14) => market.Many(
        new ColumnKey("regression", period), 3,
        static (market, key, columns) => LinearRegression.Write(market.Close, (int)key.First, columns[0], columns[1], columns[2]));

    /// <summary>Standard error of the linear regression of the close.</summary>
    public static ReadOnlySpan<double> StandardError(this MarketView market, int period = 14) => market.One(
        new ColumnKey("standard-error", period),
        static (market, key, column) => Indicators.StandardError.Write(market.Close, (int)key.First, column));

    /// <summary>Z-score of the close.</summary>
    public static ReadOnlySpan<double> ZScore(this MarketView market, int period = 20) => market.One(
        new ColumnKey("z-score", period),
        static (market, key, column) => Indicators.ZScore.Write(market.Close, (int)key.First, column));

    /// <summary>Percent rank of the close.</summary>
    public static ReadOnlySpan<double> PercentRank(this MarketView market, int period = 100) => market.One(
        new ColumnKey("percent-rank", period),
        static (market, key, column) => Indicators.PercentRank.Write(market.Close, (int)key.First, column));

    /// <summary>Correlation of the close with the volume.</summary>
    public static ReadOnlySpan<double> CorrelationWithVolume(this MarketView market, int period = 20) => market.One(
        new ColumnKey("correlation-with-volume", period),
        static (market, key, column) => RollingCorrelation.Write(market.Close, market.Volume, (int)key.First, column));
}
