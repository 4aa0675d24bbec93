using Backtest.Engine.Signals;

namespace Backtest.Strategies.Indicators;

/// <summary>Oscillators of a market's bars, computed once for all backtests that ask for the same ones.</summary>
public static class SharedOscillators
{
    /// <summary>Stochastic relative strength index of the close: %K, then %D.</summary>
    public static double[][] StochRsi(this MarketView market, int period = 14, int range = 14, int smoothing = 3) => market.Many(
        new ColumnKey("stoch-rsi", period, range, smoothing), 2,
        static (market, key, columns) =>
            StochasticRelativeStrengthIndex.Write(market.Close, (int)key.First, (int)key.Second, (int)key.Third, columns[0], columns[1]));

    /// <summary>Percentage price oscillator of the close: line, then signal.</summary>
    public static double[][] Ppo(this MarketView market, int fast = 12, int slow = 26, int signal = 9) => market.Many(
        new ColumnKey("ppo", fast, slow, signal), 2,
        static (market, key, columns) =>
            PercentagePriceOscillator.Write(market.Close, (int)key.First, (int)key.Second, (int)key.Third, columns[0], columns[1]));

    /// <summary>Percentage price oscillator of the volume (PVO): line, then signal.</summary>
    public static double[][] Pvo(this MarketView market, int fast = 12, int slow = 26, int signal = 9) => market.Many(
        new ColumnKey("pvo", fast, slow, signal), 2,
        static (market, key, columns) =>
            PercentagePriceOscillator.Write(market.Volume, (int)key.First, (int)key.Second, (int)key.Third, columns[0], columns[1]));

    /// <summary>Absolute price oscillator of the close.</summary>
    public static ReadOnlySpan<double> Apo(this MarketView market, int fast = 12, int slow = 26) => market.One(
        new ColumnKey("apo", fast, slow),
        static (market, key, column) => AbsolutePriceOscillator.Write(market.Close, (int)key.First, (int)key.Second, column));

    /// <summary>Detrended price oscillator of the close.</summary>
    public static ReadOnlySpan<double> Dpo(this MarketView market, int period = 20) => market.One(
        new ColumnKey("dpo", period),
        static (market, key, column) => DetrendedPriceOscillator.Write(market.Close, (int)key.First, column));

    /// <summary>Stochastic oscillator: %K, %D, slow %D.</summary>
    public static double[][] Stochastic(this MarketView market, int period = 14, int smoothing = 3) => market.Many(
        new ColumnKey("stochastic", period, smoothing), 3,
        static (market, key, columns) =>
            StochasticOscillator.Write(market.High, market.Low, market.Close, (int)key.First, (int)key.Second, columns[0], columns[1], columns[2]));

    /// <summary>Stochastic momentum index: line, then signal.</summary>
    public static double[][] Smi(this MarketView market, int period = 13, int fast = 2, int slow = 25, int signal = 9) => market.Many(
        new ColumnKey($"smi-{signal}", period, fast, slow), 2,
        (market, key, columns) => StochasticMomentumIndex.Write(
            market.High, market.Low, market.Close, (int)key.First, (int)key.Second, (int)key.Third, signal, columns[0], columns[1]));

    /// <summary>Commodity channel index.</summary>
    public static ReadOnlySpan<double> Cci(this MarketView market, int period = 20) => market.One(
        new ColumnKey("cci", period),
        static (market, key, column) => CommodityChannelIndex.Write(market.High, market.Low, market.Close, (int)key.First, column));

    /// <summary>Momentum of the close.</summary>
    public static ReadOnlySpan<double> Momentum(this MarketView market, int period = 10) => market.One(
        new ColumnKey("momentum", period),
        static (market, key, column) => PriceMomentum.Write(market.Close, (int)key.First, column));

    /// <summary>Williams %R, 0 at the high to 1 at the low.</summary>
    public static ReadOnlySpan<double> WilliamsR(this MarketView market, int period = 14) => market.One(
        new ColumnKey("williams-r", period),
        static (market, key, column) => WilliamsPercentRange.Write(market.High, market.Low, market.Close, (int)key.First, column));

    /// <summary>Ultimate oscillator.</summary>
    public static ReadOnlySpan<double> Ultimate(
        this MarketView market, int shortPeriod = 7, int middlePeriod = 14, int longPeriod = 28) => market.One(
        new ColumnKey("ultimate", shortPeriod, middlePeriod, longPeriod),
        static (market, key, column) =>
            UltimateOscillator.Write(market.High, market.Low, market.Close, (int)key.First, (int)key.Second, (int)key.Third, column));

    /// <summary>Fisher transform of the middle price: transform, then trigger.</summary>
    public static double[][] Fisher(this MarketView market, int period = 10) => market.Many(
        new ColumnKey("fisher", period), 2,
        static (market, key, columns) => FisherTransform.Write(market.High, market.Low, (int)key.First, columns[0], columns[1]));

    /// <summary>Chande momentum oscillator of the close.</summary>
    public static ReadOnlySpan<double> Cmo(this MarketView market, int period = 14) => market.One(
        new ColumnKey("cmo", period),
        static (market, key, column) => ChandeMomentumOscillator.Write(market.Close, (int)key.First, column));

    /// <summary>TRIX of the close: line, then signal.</summary>
    public static double[][] Trix(this MarketView market, int period = 15, int signal = 9) => market.Many(
        new ColumnKey("trix", period, signal), 2,
        static (market, key, columns) => Indicators.Trix.Write(market.Close, (int)key.First, (int)key.Second, columns[0], columns[1]));

    /// <summary>Know sure thing of the close with Pring's daily periods: line, then signal.</summary>
    public static double[][] Kst(this MarketView market, int signal = 9) => market.Many(
        new ColumnKey("kst", signal), 2,
        static (market, key, columns) => KnowSureThing.Write(market.Close, (int)key.First, columns[0], columns[1]));

    /// <summary>Awesome oscillator.</summary>
    public static ReadOnlySpan<double> Awesome(this MarketView market, int fast = 5, int slow = 34) => market.One(
        new ColumnKey("awesome", fast, slow),
        static (market, key, column) => AwesomeOscillator.Write(market.High, market.Low, (int)key.First, (int)key.Second, column));

    /// <summary>True strength index of the close: line, then signal.</summary>
    public static double[][] Tsi(this MarketView market, int slow = 25, int fast = 13, int signal = 13) => market.Many(
        new ColumnKey("tsi", slow, fast, signal), 2,
        static (market, key, columns) =>
            TrueStrengthIndex.Write(market.Close, (int)key.First, (int)key.Second, (int)key.Third, columns[0], columns[1]));

    /// <summary>Coppock curve of the close.</summary>
    public static ReadOnlySpan<double> Coppock(this MarketView market, int slow = 14, int fast = 11, int period = 10) => market.One(
        new ColumnKey("coppock", slow, fast, period),
        static (market, key, column) => CoppockCurve.Write(market.Close, (int)key.First, (int)key.Second, (int)key.Third, column));

    /// <summary>Balance of power.</summary>
    public static ReadOnlySpan<double> BalanceOfPower(this MarketView market) => market.One(
        new ColumnKey("balance-of-power"),
        static (market, _, column) => Indicators.BalanceOfPower.Write(market.Open, market.High, market.Low, market.Close, column));
}
