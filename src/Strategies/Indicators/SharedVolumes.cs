using Backtest.Engine.Signals;

namespace Backtest.Strategies.Indicators;

/// <summary>Indicators of a market's volume, computed once for all backtests that ask for the same ones.</summary>
public static class SharedVolumes
{
    /// <summary>On-balance volume.</summary>
    public static ReadOnlySpan<double> Obv(this MarketView market) => market.One(
        new ColumnKey("obv"),
        static (market, _, column) => OnBalanceVolume.Write(market.Close, market.Volume, column));

    /// <summary>Close location value.</summary>
    public static ReadOnlySpan<double> CloseLocation(this MarketView market) => market.One(
        new ColumnKey("close-location"),
        static (market, _, column) => CloseLocationValue.Write(market.High, market.Low, market.Close, column));

    /// <summary>Accumulation/distribution line.</summary>
    public static ReadOnlySpan<double> AdLine(this MarketView market) => market.One(
        new ColumnKey("ad-line"),
        static (market, _, column) => AccumulationDistribution.Write(market.High, market.Low, market.Close, market.Volume, column));

    /// <summary>Chaikin oscillator.</summary>
    public static ReadOnlySpan<double> ChaikinOscillator(this MarketView market, int fast = 3, int slow = 10) => market.One(
        new ColumnKey("chaikin-oscillator", fast, slow),
        static (market, key, column) =>
            Indicators.ChaikinOscillator.Write(market.High, market.Low, market.Close, market.Volume, (int)key.First, (int)key.Second, column));

    /// <summary>Chaikin money flow.</summary>
    public static ReadOnlySpan<double> Cmf(this MarketView market, int period = 20) => market.One(
        new ColumnKey("cmf", period),
        static (market, key, column) => ChaikinMoneyFlow.Write(market.High, market.Low, market.Close, market.Volume, (int)key.First, column));

    /// <summary>Money flow index.</summary>
    public static ReadOnlySpan<double> Mfi(this MarketView market, int period = 14) => market.One(
        new ColumnKey("mfi", period),
        static (market, key, column) => MoneyFlowIndex.Write(market.High, market.Low, market.Close, market.Volume, (int)key.First, column));

    /// <summary>Force index.</summary>
    public static ReadOnlySpan<double> ForceIndex(this MarketView market, int period = 13) => market.One(
        new ColumnKey("force-index", period),
        static (market, key, column) => Indicators.ForceIndex.Write(market.Close, market.Volume, (int)key.First, column));

    /// <summary>Price and volume trend.</summary>
    public static ReadOnlySpan<double> Pvt(this MarketView market) => market.One(
        new ColumnKey("pvt"),
        static (market, _, column) => PriceVolumeTrend.Write(market.Close, market.Volume, column));

    /// <summary>Negative volume index.</summary>
    public static ReadOnlySpan<double> Nvi(this MarketView market) => market.One(
        new ColumnKey("nvi"),
        static (market, _, column) => NegativeVolumeIndex.Write(market.Close, market.Volume, column));

    /// <summary>Positive volume index.</summary>
    public static ReadOnlySpan<double> Pvi(this MarketView market) => market.One(
        new ColumnKey("pvi"),
        static (market, _, column) => PositiveVolumeIndex.Write(market.Close, market.Volume, column));

    /// <summary>Ease of movement: value, then its average.</summary>
    public static double[][] Emv(this MarketView market, int period = 14) => market.Many(
        new ColumnKey("emv", period), 2,
        static (market, key, columns) => EaseOfMovement.Write(market.High, market.Low, market.Volume, (int)key.First, columns[0], columns[1]));

    /// <summary>Williams accumulation/distribution.</summary>
    public static ReadOnlySpan<double> WilliamsAd(this MarketView market) => market.One(
        new ColumnKey("williams-ad"),
        static (market, _, column) => WilliamsAccumulationDistribution.Write(market.High, market.Low, market.Close, column));
}
