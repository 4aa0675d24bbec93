using Backtest.Engine.Signals;

namespace Backtest.Strategies.Indicators;

/// <summary>Moving averages of a market's close, computed once for all backtests that ask for the same ones.</summary>
public static class SharedAverages
{
    /// <summary>Weighted moving average.</summary>
    public static ReadOnlySpan<double> Wma(this MarketView market, int period) => market.One(
        new ColumnKey("wma", period),
        static (market, key, column) => WeightedMovingAverage.Write(market.Close, (int)key.First, column));

    /// <summary>Wilder's moving average.</summary>
    public static ReadOnlySpan<double> Rma(this MarketView market, int period) => market.One(
        new ColumnKey("rma", period),
        static (market, key, column) => ExponentialMovingAverage.WriteWilder(market.Close, (int)key.First, column));

    /// <summary>Double exponential moving average.</summary>
    public static ReadOnlySpan<double> Dema(this MarketView market, int period) => market.One(
        new ColumnKey("dema", period),
        static (market, key, column) => DoubleExponentialMovingAverage.Write(market.Close, (int)key.First, column));

    /// <summary>Triple exponential moving average.</summary>
    public static ReadOnlySpan<double> Tema(this MarketView market, int period) => market.One(
        new ColumnKey("tema", period),
        static (market, key, column) => TripleExponentialMovingAverage.Write(market.Close, (int)key.First, column));

    /// <summary>Zero-lag exponential moving average.</summary>
    public static ReadOnlySpan<double> Zlema(this MarketView market, int period) => market.One(
        new ColumnKey("zlema", period),
        static (market, key, column) => ZeroLagExponentialMovingAverage.Write(market.Close, (int)key.First, column));

    /// <summary>Hull moving average.</summary>
    public static ReadOnlySpan<double> Hma(this MarketView market, int period) => market.One(
        new ColumnKey("hma", period),
        static (market, key, column) => HullMovingAverage.Write(market.Close, (int)key.First, column));

    /// <summary>Triangular moving average.</summary>
    public static ReadOnlySpan<double> Trima(this MarketView market, int period) => market.One(
        new ColumnKey("trima", period),
        static (market, key, column) => TriangularMovingAverage.Write(market.Close, (int)key.First, column));

    /// <summary>Kaufman's adaptive moving average.</summary>
    public static ReadOnlySpan<double> Kama(this MarketView market, int period = 10, int fast = 2, int slow = 30) => market.One(
        new ColumnKey("kama", period, fast, slow),
        static (market, key, column) => KaufmanAdaptiveMovingAverage.Write(market.Close, (int)key.First, (int)key.Second, (int)key.Third, column));

    /// <summary>Tillson's moving average.</summary>
    public static ReadOnlySpan<double> T3(this MarketView market, int period = 5, double factor = 0.7) => market.One(
        new ColumnKey("t3", period, factor),
        static (market, key, column) => TillsonMovingAverage.Write(market.Close, (int)key.First, key.Second, column));

    /// <summary>Volume-weighted moving average.</summary>
    public static ReadOnlySpan<double> Vwma(this MarketView market, int period) => market.One(
        new ColumnKey("vwma", period),
        static (market, key, column) => VolumeWeightedMovingAverage.Write(market.Close, market.Volume, (int)key.First, column));

    /// <summary>Elastic volume-weighted moving average.</summary>
    public static ReadOnlySpan<double> Evwma(this MarketView market, int period) => market.One(
        new ColumnKey("evwma", period),
        static (market, key, column) => ElasticVolumeWeightedMovingAverage.Write(market.Close, market.Volume, (int)key.First, column));

    /// <summary>Arnaud Legoux moving average.</summary>
    public static ReadOnlySpan<double> Alma(this MarketView market, int period = 9, double offset = 0.85, double sigma = 6) => market.One(
        new ColumnKey("alma", period, offset, sigma),
        static (market, key, column) => ArnaudLegouxMovingAverage.Write(market.Close, (int)key.First, key.Second, key.Third, column));

    /// <summary>McGinley dynamic.</summary>
    public static ReadOnlySpan<double> McGinley(this MarketView market, int period = 14) => market.One(
        new ColumnKey("mcginley", period),
        static (market, key, column) => McGinleyDynamic.Write(market.Close, (int)key.First, column));

    /// <summary>Variable index dynamic average.</summary>
    public static ReadOnlySpan<double> Vidya(this MarketView market, int period = 12, int momentum = 9) => market.One(
        new ColumnKey("vidya", period, momentum),
        static (market, key, column) => VariableIndexDynamicAverage.Write(market.Close, (int)key.First, (int)key.Second, column));
}
