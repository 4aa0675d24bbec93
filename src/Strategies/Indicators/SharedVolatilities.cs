using Backtest.Engine.Signals;

namespace Backtest.Strategies.Indicators;

/// <summary>Channels and volatilities of a market's bars, computed once for all backtests that ask for the same ones.</summary>
public static class SharedVolatilities
{
    /// <summary>Place of the close in its Bollinger bands: %B, then band width.</summary>
    public static double[][] BollingerPercent(this MarketView market, int period = 20, double width = 2) => market.Many(
        new ColumnKey("bollinger-percent", period, width), 2,
        static (market, key, columns) => Indicators.BollingerPercent.Write(market.Close, (int)key.First, key.Second, columns[0], columns[1]));

    /// <summary>Keltner channel: lower, middle, upper.</summary>
    public static double[][] Keltner(this MarketView market, int period = 20, double width = 2) => market.Many(
        new ColumnKey("keltner", period, width), 3,
        static (market, key, columns) =>
            KeltnerChannel.Write(market.High, market.Low, market.Close, (int)key.First, key.Second, columns[0], columns[1], columns[2]));

    /// <summary>Donchian channel, the current bar included: lower, middle, upper.</summary>
    public static double[][] Donchian(this MarketView market, int period = 20) => market.Many(
        new ColumnKey("donchian", period), 3,
        static (market, key, columns) => DonchianChannel.Write(market.High, market.Low, (int)key.First, columns[0], columns[1], columns[2]));

    /// <summary>Moving average envelope of the close: lower, middle, upper.</summary>
    public static double[][] Envelope(this MarketView market, int period = 20, double width = 0.025) => market.Many(
        new ColumnKey("envelope", period, width), 3,
        static (market, key, columns) => MovingAverageEnvelope.Write(market.Close, (int)key.First, key.Second, columns[0], columns[1], columns[2]));

    /// <summary>True range.</summary>
    public static ReadOnlySpan<double> TrueRange(this MarketView market) => market.One(
        new ColumnKey("true-range"),
        static (market, _, column) => Indicators.TrueRange.Write(market.High, market.Low, market.Close, column));

    /// <summary>Average true range.</summary>
    public static ReadOnlySpan<double> Atr(this MarketView market, int period = 14) => market.One(
        new ColumnKey("atr", period),
        static (market, key, column) => AverageTrueRange.Write(market.High, market.Low, market.Close, (int)key.First, column));

    /// <summary>Average true range in percent of the close.</summary>
    public static ReadOnlySpan<double> Natr(this MarketView market, int period = 14) => market.One(
        new ColumnKey("natr", period),
        static (market, key, column) => NormalizedAverageTrueRange.Write(market.High, market.Low, market.Close, (int)key.First, column));

    /// <summary>Chaikin volatility.</summary>
    public static ReadOnlySpan<double> ChaikinVolatility(this MarketView market, int period = 10) => market.One(
        new ColumnKey("chaikin-volatility", period),
        static (market, key, column) => Indicators.ChaikinVolatility.Write(market.High, market.Low, (int)key.First, column));

    /// <summary>Historical volatility of the close.</summary>
    public static ReadOnlySpan<double> HistoricalVolatility(this MarketView market, int period = 20, double periodsPerYear = 252) => market.One(
        new ColumnKey("historical-volatility", period, periodsPerYear),
        static (market, key, column) => Indicators.HistoricalVolatility.Write(market.Close, (int)key.First, key.Second, column));

    /// <summary>Parkinson volatility.</summary>
    public static ReadOnlySpan<double> ParkinsonVolatility(this MarketView market, int period = 20, double periodsPerYear = 252) => market.One(
        new ColumnKey("parkinson-volatility", period, periodsPerYear),
        static (market, key, column) => Indicators.ParkinsonVolatility.Write(market.High, market.Low, (int)key.First, key.Second, column));

    /// <summary>Garman-Klass volatility.</summary>
    public static ReadOnlySpan<double> GarmanKlassVolatility(this MarketView market, int period = 20, double periodsPerYear = 252) => market.One(
        new ColumnKey("garman-klass-volatility", period, periodsPerYear),
        static (market, key, column) =>
            Indicators.GarmanKlassVolatility.Write(market.Open, market.High, market.Low, market.Close, (int)key.First, key.Second, column));

    /// <summary>Rogers-Satchell volatility.</summary>
    public static ReadOnlySpan<double> RogersSatchellVolatility(this MarketView market, int period = 20, double periodsPerYear = 252) => market.One(
        new ColumnKey("rogers-satchell-volatility", period, periodsPerYear),
        static (market, key, column) =>
            Indicators.RogersSatchellVolatility.Write(market.Open, market.High, market.Low, market.Close, (int)key.First, key.Second, column));

    /// <summary>Yang-Zhang volatility.</summary>
    public static ReadOnlySpan<double> YangZhangVolatility(this MarketView market, int period = 20, double periodsPerYear = 252) => market.One(
        new ColumnKey("yang-zhang-volatility", period, periodsPerYear),
        static (market, key, column) =>
            Indicators.YangZhangVolatility.Write(market.Open, market.High, market.Low, market.Close, (int)key.First, key.Second, column));

    /// <summary>Ulcer index of the close.</summary>
    public static ReadOnlySpan<double> Ulcer(this MarketView market, int period = 14) => market.One(
        new ColumnKey("ulcer", period),
        static (market, key, column) => UlcerIndex.Write(market.Close, (int)key.First, column));
}
