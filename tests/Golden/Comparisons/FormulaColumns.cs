using Backtest.Engine.Market;
using Backtest.Strategies.Indicators;
using static Backtest.Goldens.IndicatorFigures;

namespace Backtest.Goldens;

/// <summary>The engine's columns for published formulas written a second time, in R: tests/Golden/making/formulas.R.</summary>
internal static class FormulaColumns
{
    public const string File = "sp500-indicators-formulas.csv.gz";

    private static readonly BarSeries Bars = Sp500.Bars;

    /// <summary>By the referee's column: the first bar compared, and the engine's.</summary>
    public static IReadOnlyDictionary<string, (int From, Func<double[]> Compute)> All { get; } =
        new Dictionary<string, (int From, Func<double[]> Compute)>
        {
            ["mcginley"] = (0, () => Column(c => McGinleyDynamic.Write(Bars.Close, 14, c))),
            ["vidya"] = (0, () => Column(c => VariableIndexDynamicAverage.Write(Bars.Close, 12, 9, c))),
            ["fisher"] = (0, () => Column(0, 2, c => FisherTransform.Write(Bars.High, Bars.Low, 10, c[0], c[1]))),
            ["fisher_trigger"] = (0, () => Column(1, 2, c => FisherTransform.Write(Bars.High, Bars.Low, 10, c[0], c[1]))),
            ["awesome"] = (0, () => Column(c => AwesomeOscillator.Write(Bars.High, Bars.Low, 5, 34, c))),
            ["tsi"] = (0, () => Column(0, 2, c => TrueStrengthIndex.Write(Bars.Close, 25, 13, 13, c[0], c[1]))),
            ["tsi_signal"] = (0, () => Column(1, 2, c => TrueStrengthIndex.Write(Bars.Close, 25, 13, 13, c[0], c[1]))),
            ["coppock"] = (0, () => Column(c => CoppockCurve.Write(Bars.Close, 14, 11, 10, c))),
            ["supertrend"] = (0, () => Column(0, 2, c => SuperTrend.Write(Bars.High, Bars.Low, Bars.Close, 10, 3, c[0], c[1]))),
            ["supertrend_direction"] = (0, () => Column(1, 2, c => SuperTrend.Write(Bars.High, Bars.Low, Bars.Close, 10, 3, c[0], c[1]))),
            ["ichimoku_conversion"] = (0, () => Column(0, 4, c => IchimokuCloud.Write(Bars.High, Bars.Low, 9, 26, 52, c[0], c[1], c[2], c[3]))),
            ["ichimoku_base"] = (0, () => Column(1, 4, c => IchimokuCloud.Write(Bars.High, Bars.Low, 9, 26, 52, c[0], c[1], c[2], c[3]))),
            ["ichimoku_a"] = (0, () => Column(2, 4, c => IchimokuCloud.Write(Bars.High, Bars.Low, 9, 26, 52, c[0], c[1], c[2], c[3]))),
            ["ichimoku_b"] = (0, () => Column(3, 4, c => IchimokuCloud.Write(Bars.High, Bars.Low, 9, 26, 52, c[0], c[1], c[2], c[3]))),
            ["chandelier_long"] = (0, () => Column(0, 2, c => ChandelierExit.Write(Bars.High, Bars.Low, Bars.Close, 22, 3, c[0], c[1]))),
            ["chandelier_short"] = (0, () => Column(1, 2, c => ChandelierExit.Write(Bars.High, Bars.Low, Bars.Close, 22, 3, c[0], c[1]))),
            ["vortex_plus"] = (0, () => Column(0, 2, c => VortexIndicator.Write(Bars.High, Bars.Low, Bars.Close, 14, c[0], c[1]))),
            ["vortex_minus"] = (0, () => Column(1, 2, c => VortexIndicator.Write(Bars.High, Bars.Low, Bars.Close, 14, c[0], c[1]))),
            ["mass"] = (0, () => Column(c => MassIndex.Write(Bars.High, Bars.Low, 25, 9, c))),
            ["choppiness"] = (0, () => Column(c => ChoppinessIndex.Write(Bars.High, Bars.Low, Bars.Close, 14, c))),
            ["bull"] = (0, () => Column(0, 2, c => ElderRay.Write(Bars.High, Bars.Low, Bars.Close, 13, c[0], c[1]))),
            ["bear"] = (0, () => Column(1, 2, c => ElderRay.Write(Bars.High, Bars.Low, Bars.Close, 13, c[0], c[1]))),
            ["ha_open"] = (0, () => Column(0, 4, c => HeikinAshi.Write(Bars.Open, Bars.High, Bars.Low, Bars.Close, c[0], c[1], c[2], c[3]))),
            ["ha_high"] = (0, () => Column(1, 4, c => HeikinAshi.Write(Bars.Open, Bars.High, Bars.Low, Bars.Close, c[0], c[1], c[2], c[3]))),
            ["ha_low"] = (0, () => Column(2, 4, c => HeikinAshi.Write(Bars.Open, Bars.High, Bars.Low, Bars.Close, c[0], c[1], c[2], c[3]))),
            ["ha_close"] = (0, () => Column(3, 4, c => HeikinAshi.Write(Bars.Open, Bars.High, Bars.Low, Bars.Close, c[0], c[1], c[2], c[3]))),
            ["pivot"] = (0, () => Column(0, 7, c => PivotPoints.Write(Bars.High, Bars.Low, Bars.Close, c[0], c[1], c[2], c[3], c[4], c[5], c[6]))),
            ["s1"] = (0, () => Column(1, 7, c => PivotPoints.Write(Bars.High, Bars.Low, Bars.Close, c[0], c[1], c[2], c[3], c[4], c[5], c[6]))),
            ["s2"] = (0, () => Column(2, 7, c => PivotPoints.Write(Bars.High, Bars.Low, Bars.Close, c[0], c[1], c[2], c[3], c[4], c[5], c[6]))),
            ["s3"] = (0, () => Column(3, 7, c => PivotPoints.Write(Bars.High, Bars.Low, Bars.Close, c[0], c[1], c[2], c[3], c[4], c[5], c[6]))),
            ["r1"] = (0, () => Column(4, 7, c => PivotPoints.Write(Bars.High, Bars.Low, Bars.Close, c[0], c[1], c[2], c[3], c[4], c[5], c[6]))),
            ["r2"] = (0, () => Column(5, 7, c => PivotPoints.Write(Bars.High, Bars.Low, Bars.Close, c[0], c[1], c[2], c[3], c[4], c[5], c[6]))),
            ["r3"] = (0, () => Column(6, 7, c => PivotPoints.Write(Bars.High, Bars.Low, Bars.Close, c[0], c[1], c[2], c[3], c[4], c[5], c[6]))),
            ["envelope_lower"] = (0, () => Column(0, 3, c => MovingAverageEnvelope.Write(Bars.Close, 20, 0.025, c[0], c[1], c[2]))),
            ["envelope_upper"] = (0, () => Column(2, 3, c => MovingAverageEnvelope.Write(Bars.Close, 20, 0.025, c[0], c[1], c[2]))),
            ["band_width"] = (0, () => Column(1, 2, c => BollingerPercent.Write(Bars.Close, 20, 2, c[0], c[1]))),
            ["ulcer"] = (0, () => Column(c => UlcerIndex.Write(Bars.Close, 14, c))),
            ["force"] = (0, () => Column(c => ForceIndex.Write(Bars.Close, Bars.Volume, 13, c))),
            ["pvt"] = (0, () => Column(c => PriceVolumeTrend.Write(Bars.Close, Bars.Volume, c))),
            ["nvi"] = (0, () => Column(c => NegativeVolumeIndex.Write(Bars.Close, Bars.Volume, c))),
            ["pvi"] = (0, () => Column(c => PositiveVolumeIndex.Write(Bars.Close, Bars.Volume, c))),
            ["regression"] = (0, () => Column(0, 3, c => LinearRegression.Write(Bars.Close, 20, c[0], c[1], c[2]))),
            ["slope"] = (0, () => Column(1, 3, c => LinearRegression.Write(Bars.Close, 20, c[0], c[1], c[2]))),
            ["r_squared"] = (0, () => Column(2, 3, c => LinearRegression.Write(Bars.Close, 20, c[0], c[1], c[2]))),
            ["standard_error"] = (0, () => Column(c => StandardError.Write(Bars.Close, 20, c))),
        };
}
