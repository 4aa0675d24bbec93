using Backtest.Engine.Market;
using Backtest.Strategies.Indicators;

namespace Backtest.Strategies.Tests.Indicators;

/// <summary>An indicator as a function of bars and one period, for what holds for all of them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Compute">Its columns.</param>
/// <param name="FirstDefined">The first bar of each column that has a value, by the period.</param>
/// <param name="MinimumPeriod">The smallest period that it takes; 0 where it has none.</param>
internal sealed record Indicator(
    string Name, Func<BarSeries, int, double[][]> Compute, Func<int, int[]> FirstDefined, int MinimumPeriod = 1)
{
    private const int Smoothing = 3;

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("sma", (bars, period) => One(bars, column => SimpleMovingAverage.Write(bars.Close, period, column)), Full),
        new("ema", (bars, period) => One(bars, column => ExponentialMovingAverage.Write(bars.Close, period, column)), Full),
        new("wilder", (bars, period) => One(bars, column => ExponentialMovingAverage.WriteWilder(bars.Close, period, column)), Full),
        new("wma", (bars, period) => One(bars, column => WeightedMovingAverage.Write(bars.Close, period, column)), Full),
        new("sample deviation", (bars, period) => One(bars, column => RollingDeviation.WriteSample(bars.Close, period, column)), Full, 2),
        new("population deviation", (bars, period) => One(bars, column => RollingDeviation.WritePopulation(bars.Close, period, column)), Full),
        new("highest", (bars, period) => One(bars, column => RollingExtremes.WriteHighest(bars.High, period, column)), Full),
        new("lowest", (bars, period) => One(bars, column => RollingExtremes.WriteLowest(bars.Low, period, column)), Full),
        new("rsi", (bars, period) => One(bars, column => RelativeStrengthIndex.Write(bars.Close, period, column)), Changes),
        new("true range", (bars, _) => One(bars, column => TrueRange.Write(bars.High, bars.Low, bars.Close, column)), _ => [1], 0),
        new("atr", (bars, period) => One(bars, column => TrueRange.WriteAverage(bars.High, bars.Low, bars.Close, period, column)), Changes),
        new("roc", (bars, period) => One(bars, column => RateOfChange.Write(bars.Close, period, column)), Changes),
        new("obv", (bars, _) => One(bars, column => OnBalanceVolume.Write(bars.Close, bars.Volume, column)), _ => [0], 0),
        new("cci", (bars, period) => One(bars, column => CommodityChannelIndex.Write(bars.High, bars.Low, bars.Close, period, column)), Full, 2),
        new("macd", Macd, period => [2 * period - 1, 3 * period - 2]),
        new("bollinger", Bollinger, period => [.. Full(period), .. Full(period), .. Full(period)]),
        new("donchian", Donchian, period => [.. Full(period), .. Full(period), .. Full(period)]),
        new("stochastic", Stochastic, period => [period - 1, period - 2 + Smoothing, period - 3 + 2 * Smoothing]),
        new("adx", AverageDirection, period => [2 * period - 1, period, period], 2),
    ];

    public override string ToString() => Name;

    /// <summary>Defined once so many bars are there.</summary>
    private static int[] Full(int period) => [period - 1];

    /// <summary>Defined once so many changes from bar to bar are there.</summary>
    private static int[] Changes(int period) => [period];

    private static double[][] Macd(BarSeries bars, int period) => Many(bars, 2, columns =>
        MovingAverageConvergence.Write(bars.Close, period, 2 * period, period, columns[0], columns[1]));

    private static double[][] Bollinger(BarSeries bars, int period) => Many(bars, 3, columns =>
        BollingerBands.Write(bars.Close, period, 2, columns[0], columns[1], columns[2]));

    private static double[][] Donchian(BarSeries bars, int period) => Many(bars, 3, columns =>
        DonchianChannel.Write(bars.High, bars.Low, period, columns[0], columns[1], columns[2]));

    private static double[][] Stochastic(BarSeries bars, int period) => Many(bars, 3, columns =>
        StochasticOscillator.Write(bars.High, bars.Low, bars.Close, period, Smoothing, columns[0], columns[1], columns[2]));

    private static double[][] AverageDirection(BarSeries bars, int period) => Many(bars, 3, columns =>
        AverageDirectionalIndex.Write(bars.High, bars.Low, bars.Close, period, columns[0], columns[1], columns[2]));

    private static double[][] One(BarSeries bars, Action<double[]> write) => Many(bars, 1, columns => write(columns[0]));

    private static double[][] Many(BarSeries bars, int count, Action<double[][]> write)
    {
        double[][] columns = [.. Enumerable.Range(0, count).Select(_ => new double[bars.Count])];
        write(columns);
        return columns;
    }
}
