using Backtest.Engine.Market;
using Backtest.Strategies.Indicators;
using static Backtest.Goldens.IndicatorFigures;

namespace Backtest.Goldens;

/// <summary>The engine's columns for figures of R's TTR 0.24.3, one row a bar: all that it has but <c>sar</c>.</summary>
internal static class TtrColumns
{
    public const string File = "sp500-indicators-ttr.csv.gz";

    // TTR takes a smaller part of the first sum than Wilder does: (13 / 14) ^ 400 of the difference is below 1e-12.
    private const int BarsToForget = 400;

    // TTR's Aroon begins a bar early, on a window that lacks one.
    private const int FirstFullWindow = 20;

    private static readonly BarSeries Bars = Sp500.Bars;

    /// <summary>By the referee's column: the first bar compared, and the engine's.</summary>
    public static IReadOnlyDictionary<string, (int From, Func<double[]> Compute)> All { get; } =
        new Dictionary<string, (int From, Func<double[]> Compute)>
        {
            ["SMA20"] = (0, () => Column(c => SimpleMovingAverage.Write(Bars.Close, 20, c))),
            ["EMA20"] = (0, () => Column(c => ExponentialMovingAverage.Write(Bars.Close, 20, c))),
            ["WMA20"] = (0, () => Column(c => WeightedMovingAverage.Write(Bars.Close, 20, c))),
            ["RSI14"] = (0, () => Column(c => RelativeStrengthIndex.Write(Bars.Close, 14, c))),
            ["TR"] = (0, () => Column(c => TrueRange.Write(Bars.High, Bars.Low, Bars.Close, c))),
            ["ATR14"] = (0, () => Column(c => TrueRange.WriteAverage(Bars.High, Bars.Low, Bars.Close, 14, c))),
            ["CCI20"] = (0, () => Column(c => CommodityChannelIndex.Write(Bars.High, Bars.Low, Bars.Close, 20, c))),
            ["ROC10"] = (0, () => Column(c => RateOfChange.Write(Bars.Close, 10, c))),
            ["OBV"] = (0, () => Column(c => OnBalanceVolume.Write(Bars.Close, Bars.Volume, c))),
            ["SD20"] = (0, () => Column(c => RollingDeviation.WriteSample(Bars.Close, 20, c))),
            ["MACD"] = (0, () => Column(0, 2, c => MovingAverageConvergence.Write(Bars.Close, 12, 26, 9, c[0], c[1]))),
            ["MACDsignal"] = (0, () => Column(1, 2, c => MovingAverageConvergence.Write(Bars.Close, 12, 26, 9, c[0], c[1]))),
            ["BBdn"] = (0, () => Column(0, 3, c => BollingerBands.Write(Bars.Close, 20, 2, c[0], c[1], c[2]))),
            ["BBmid"] = (0, () => Column(1, 3, c => BollingerBands.Write(Bars.Close, 20, 2, c[0], c[1], c[2]))),
            ["BBup"] = (0, () => Column(2, 3, c => BollingerBands.Write(Bars.Close, 20, 2, c[0], c[1], c[2]))),
            ["ADX14"] = (BarsToForget, () => Column(0, 3, c => AverageDirectionalIndex.Write(Bars.High, Bars.Low, Bars.Close, 14, c[0], c[1], c[2]))),
            ["DIp"] = (BarsToForget, () => Column(1, 3, c => AverageDirectionalIndex.Write(Bars.High, Bars.Low, Bars.Close, 14, c[0], c[1], c[2]))),
            ["DIn"] = (BarsToForget, () => Column(2, 3, c => AverageDirectionalIndex.Write(Bars.High, Bars.Low, Bars.Close, 14, c[0], c[1], c[2]))),
            ["fastK"] = (0, () => Column(0, 3, c => StochasticOscillator.Write(Bars.High, Bars.Low, Bars.Close, 14, 3, c[0], c[1], c[2]))),
            ["fastD"] = (0, () => Column(1, 3, c => StochasticOscillator.Write(Bars.High, Bars.Low, Bars.Close, 14, 3, c[0], c[1], c[2]))),
            ["slowD"] = (0, () => Column(2, 3, c => StochasticOscillator.Write(Bars.High, Bars.Low, Bars.Close, 14, 3, c[0], c[1], c[2]))),
            ["DONlow"] = (0, () => Column(0, 3, c => DonchianChannel.Write(Bars.High, Bars.Low, 20, c[0], c[1], c[2]))),
            ["DONmid"] = (0, () => Column(1, 3, c => DonchianChannel.Write(Bars.High, Bars.Low, 20, c[0], c[1], c[2]))),
            ["DONhigh"] = (0, () => Column(2, 3, c => DonchianChannel.Write(Bars.High, Bars.Low, 20, c[0], c[1], c[2]))),
            ["DEMA20"] = (0, () => Column(c => DoubleExponentialMovingAverage.Write(Bars.Close, 20, c))),
            ["ZLEMA20"] = (0, () => Column(c => ZeroLagExponentialMovingAverage.Write(Bars.Close, 20, c))),
            ["HMA20"] = (0, () => Column(c => HullMovingAverage.Write(Bars.Close, 20, c))),
            ["BBpct"] = (0, () => Column(0, 2, c => BollingerPercent.Write(Bars.Close, 20, 2, c[0], c[1]))),
            ["MOM10"] = (0, () => Column(c => PriceMomentum.Write(Bars.Close, 10, c))),
            ["WPR14"] = (0, () => Column(c => WilliamsPercentRange.Write(Bars.High, Bars.Low, Bars.Close, 14, c))),
            ["CMF20"] = (0, () => Column(c => ChaikinMoneyFlow.Write(Bars.High, Bars.Low, Bars.Close, Bars.Volume, 20, c))),
            ["MFI14"] = (0, () => Column(c => MoneyFlowIndex.Write(Bars.High, Bars.Low, Bars.Close, Bars.Volume, 14, c))),
            ["MED20"] = (0, () => Column(c => RollingMedian.Write(Bars.Close, 20, c))),
            ["MAD20"] = (0, () => Column(c => MedianAbsoluteDeviation.Write(Bars.Close, 20, c))),
            ["AROONup"] = (FirstFullWindow, () => Column(0, 3, c => Aroon.Write(Bars.High, Bars.Low, 20, c[0], c[1], c[2]))),
            ["AROONdn"] = (FirstFullWindow, () => Column(1, 3, c => Aroon.Write(Bars.High, Bars.Low, 20, c[0], c[1], c[2]))),
            ["AROONosc"] = (FirstFullWindow, () => Column(2, 3, c => Aroon.Write(Bars.High, Bars.Low, 20, c[0], c[1], c[2]))),
            ["CMO14"] = (0, () => Column(c => ChandeMomentumOscillator.Write(Bars.Close, 14, c))),
            ["TRIX"] = (0, () => Column(0, 2, c => Trix.Write(Bars.Close, 20, 9, c[0], c[1]))),
            ["VHF28"] = (0, () => Column(c => VerticalHorizontalFilter.Write(Bars.Close, 28, c))),
            ["CLV"] = (0, () => Column(c => CloseLocationValue.Write(Bars.High, Bars.Low, Bars.Close, c))),
            ["EMV"] = (0, () => Column(0, 2, c => EaseOfMovement.Write(Bars.High, Bars.Low, Bars.Volume, 9, c[0], c[1]))),
            ["chaikinVol"] = (0, () => Column(c => ChaikinVolatility.Write(Bars.High, Bars.Low, 10, c))),
            ["VWAP20"] = (0, () => Column(c => VolumeWeightedMovingAverage.Write(Bars.Close, Bars.Volume, 20, c))),
            ["KSTk"] = (0, () => Column(0, 2, c => KnowSureThing.Write(Bars.Close, 9, c[0], c[1]))),
        };

    /// <summary>Its parabolic SAR, which is not Wilder's: there a turn keeps the extreme of the trade before, and the acceleration, compared with
    /// its maximum by ==, grows past it by a rounding. TA-Lib is the referee for that one.</summary>
    public static double[] ParabolicSar() => Column(c => ParabolicStopAndReverse.Write(Bars.High, Bars.Low, 0.02, 0.2, c));
}
