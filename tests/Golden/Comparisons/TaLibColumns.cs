using Backtest.Engine.Market;
using Backtest.Strategies.Indicators;
using static Backtest.Goldens.IndicatorFigures;

namespace Backtest.Goldens;

/// <summary>The engine's columns for figures of TA-Lib's own C code, made by tests/Golden/making/talib.js.</summary>
/// <remarks>Its first NATR is 0, and its StochRSI leaves %K out until %D is defined.</remarks>
internal static class TaLibColumns
{
    public const string File = "sp500-indicators-talib.csv.gz";

    // A different beginning is forgotten: what is left of it is below 1e-12.
    private const int BarsToForget = 700;

    private static readonly BarSeries Bars = Sp500.Bars;

    /// <summary>By the referee's column: the first bar compared, and the engine's.</summary>
    public static IReadOnlyDictionary<string, (int From, Func<double[]> Compute)> All { get; } =
        new Dictionary<string, (int From, Func<double[]> Compute)>
        {
            ["tema"] = (0, () => Column(c => TripleExponentialMovingAverage.Write(Bars.Close, 20, c))),
            ["kama"] = (0, () => Column(c => KaufmanAdaptiveMovingAverage.Write(Bars.Close, 10, 2, 30, c))),
            ["t3"] = (0, () => Column(c => TillsonMovingAverage.Write(Bars.Close, 5, 0.7, c))),
            ["trima_even"] = (0, () => Column(c => TriangularMovingAverage.Write(Bars.Close, 20, c))),
            ["trima_odd"] = (0, () => Column(c => TriangularMovingAverage.Write(Bars.Close, 21, c))),
            ["apo"] = (0, () => Column(c => AbsolutePriceOscillator.Write(Bars.Close, 12, 26, c))),
            ["natr"] = (15, () => Column(c => NormalizedAverageTrueRange.Write(Bars.High, Bars.Low, Bars.Close, 14, c))),
            ["stochrsi_k"] = (20, () => Percent(Column(0, 2, c => StochasticRelativeStrengthIndex.Write(Bars.Close, 14, 5, 3, c[0], c[1])))),
            ["stochrsi_d"] = (0, () => Percent(Column(1, 2, c => StochasticRelativeStrengthIndex.Write(Bars.Close, 14, 5, 3, c[0], c[1])))),
            ["regression"] = (0, () => Column(0, 3, c => LinearRegression.Write(Bars.Close, 14, c[0], c[1], c[2]))),
            ["slope"] = (0, () => Column(1, 3, c => LinearRegression.Write(Bars.Close, 14, c[0], c[1], c[2]))),
            ["correlation"] = (0, () => Column(c => RollingCorrelation.Write(Bars.High, Bars.Low, 30, c))),
            ["beta"] = (0, () => Column(c => RollingBeta.Write(Returns(Bars.Close), Returns(Bars.Open), 20, c))),
            ["adosc"] = (BarsToForget, () => Column(c => ChaikinOscillator.Write(Bars.High, Bars.Low, Bars.Close, Bars.Volume, 3, 10, c))),
            ["bop"] = (0, () => Column(c => BalanceOfPower.Write(Bars.Open, Bars.High, Bars.Low, Bars.Close, c))),
            ["sar"] = (0, () => Column(c => ParabolicStopAndReverse.Write(Bars.High, Bars.Low, 0.02, 0.2, c))),
        };

    private static double[] Percent(double[] column) => [.. column.Select(share => 100 * share)];

    private static double[] Returns(ReadOnlySpan<double> values)
    {
        var returns = new double[values.Length];
        RateOfChange.Write(values, 1, returns);
        return returns;
    }
}
