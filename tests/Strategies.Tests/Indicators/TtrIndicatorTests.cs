using Backtest.Engine.Market;
using Backtest.Strategies.Indicators;
using static Backtest.Strategies.Tests.Indicators.IndicatorFigures;

namespace Backtest.Strategies.Tests.Indicators;

/// <summary>Indicators against R's TTR 0.24.3: the columns that <see cref="IndicatorGoldenTests"/> leaves.</summary>
/// <remarks>All but its parabolic SAR, which is not Wilder's: there a turn keeps the extreme of the trade before, and the acceleration, compared with
/// its maximum by ==, grows past it by a rounding. <see cref="TaLibIndicatorTests"/> has the referee for that one.</remarks>
public sealed class TtrIndicatorTests
{
    // TTR's Aroon begins a bar early, on a window that lacks one.
    private const int FirstFullWindow = 20;

    private static readonly IndicatorFigures Figures = new("sp500-indicators-ttr.csv.gz");
    private static readonly BarSeries Bars = IndicatorFigures.Bars;

    private static readonly Dictionary<string, (int From, Func<double[]> Compute)> Columns = new()
    {
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

    public static TheoryData<string> Names => [.. Columns.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheColumnEqualsTtr(string column) => Figures.Check(column, Columns[column].From, Columns[column].Compute());
}
