using Backtest.Engine.Market;
using Backtest.Strategies.Tests.Indicators.Twins;
using CsCheck;

namespace Backtest.Strategies.Tests.Indicators;

/// <summary>Every column of every indicator begins on the bar that its documentation names, and has a value on every bar from there on.
/// A window of one bar, over which nothing can vary, is left out.</summary>
public sealed class IndicatorWarmUpTests
{
    private static readonly BarSeries Bars = SyntheticBars.Create("X", Timeframe.Day, 250, 1);
    private static readonly ExampleMarket Market =
        new(Bars.Open.ToArray(), Bars.High.ToArray(), Bars.Low.ToArray(), Bars.Close.ToArray(), Bars.Volume.ToArray());

    /// <summary>The first bar of each column; the parameters are those that the indicator's twin takes.</summary>
    private static readonly Dictionary<string, Func<ExampleParameters, int[]>> FirstBars = new()
    {
        ["SimpleMovingAverage.Write"] = p => [p.First - 1],
        ["ExponentialMovingAverage.Write"] = p => [p.First - 1],
        ["ExponentialMovingAverage.WriteWilder"] = p => [p.First - 1],
        ["WeightedMovingAverage.Write"] = p => [p.First - 1],
        ["DoubleExponentialMovingAverage.Write"] = p => [2 * p.First - 2],
        ["TripleExponentialMovingAverage.Write"] = p => [3 * p.First - 3],
        ["ZeroLagExponentialMovingAverage.Write"] = p => [p.First - 1],
        ["HullMovingAverage.Write"] = p => [p.First + (int)Math.Sqrt(p.First + 1) - 1],
        ["TriangularMovingAverage.Write"] = p => [p.First - 1],
        ["KaufmanAdaptiveMovingAverage.Write"] = p => [p.First],
        ["TillsonMovingAverage.Write"] = p => [6 * p.First - 6],
        ["VolumeWeightedMovingAverage.Write"] = p => [p.First - 1],
        ["ElasticVolumeWeightedMovingAverage.Write"] = p => [p.First - 1],
        ["ArnaudLegouxMovingAverage.Write"] = p => [p.First - 1],
        ["McGinleyDynamic.Write"] = _ => [0],
        ["VariableIndexDynamicAverage.Write"] = p => [p.Second],
        ["RelativeStrengthIndex.Write"] = p => [p.First],
        ["StochasticRelativeStrengthIndex.Write"] = p => [p.First + p.Second - 1, p.First + p.Second + p.Third - 2],
        ["MovingAverageConvergence.Write"] = p => [Slower(p) - 1, Slower(p) + p.Third - 2],
        ["PercentagePriceOscillator.Write"] = p => [Slower(p) - 1, Slower(p) + p.Third - 2],
        ["AbsolutePriceOscillator.Write"] = p => [Slower(p) - 1],
        ["DetrendedPriceOscillator.Write"] = p => [Math.Max(p.First, p.First / 2 + 2) - 1],
        ["StochasticOscillator.Write"] = p => [p.First - 1, p.First + p.Second - 2, p.First + 2 * p.Second - 3],
        ["StochasticMomentumIndex.Write"] = p => [p.First + p.Second + p.Third - 3, 2 * p.First + p.Second + p.Third - 3],
        ["CommodityChannelIndex.Write"] = p => [p.First - 1],
        ["RateOfChange.Write"] = p => [p.First],
        ["PriceMomentum.Write"] = p => [p.First],
        ["WilliamsPercentRange.Write"] = p => [p.First - 1],
        ["UltimateOscillator.Write"] = p => [Math.Max(Slower(p), p.Third)],
        ["FisherTransform.Write"] = p => [p.First - 1, p.First],
        ["ChandeMomentumOscillator.Write"] = p => [p.First],
        ["Trix.Write"] = p => [3 * p.First - 2, 3 * p.First + p.Second - 3],
        ["KnowSureThing.Write"] = p => [44, p.First + 43],
        ["AwesomeOscillator.Write"] = p => [Slower(p) - 1],
        ["TrueStrengthIndex.Write"] = p => [p.First + p.Second - 1, p.First + p.Second + p.Third - 2],
        ["CoppockCurve.Write"] = p => [Slower(p) + p.Third - 1],
        ["BalanceOfPower.Write"] = _ => [0],
        ["AverageDirectionalIndex.Write"] = p => [2 * p.First - 1, p.First, p.First],
        ["Aroon.Write"] = p => [p.First, p.First, p.First],
        ["VerticalHorizontalFilter.Write"] = p => [p.First],
        ["ParabolicStopAndReverse.Write"] = _ => [1],
        ["SuperTrend.Write"] = p => [p.First, p.First],
        ["IchimokuCloud.Write"] = p => [p.First - 1, p.Second - 1, Slower(p) + p.Second - 1, p.Third + p.Second - 1],
        ["ChandelierExit.Write"] = p => [p.First, p.First],
        ["VortexIndicator.Write"] = p => [p.First, p.First],
        ["MassIndex.Write"] = p => [p.First + 2 * p.Second - 3],
        ["ChoppinessIndex.Write"] = p => [p.First + 1],
        ["ElderRay.Write"] = p => [p.First - 1, p.First - 1],
        ["HeikinAshi.Write"] = _ => [0, 0, 0, 0],
        ["PivotPoints.Write"] = _ => [1, 1, 1, 1, 1, 1, 1],
        ["BollingerBands.Write"] = p => [p.First - 1, p.First - 1, p.First - 1],
        ["BollingerPercent.Write"] = p => [p.First - 1, p.First - 1],
        ["KeltnerChannel.Write"] = p => [p.First, p.First - 1, p.First],
        ["DonchianChannel.Write"] = p => [p.First - 1, p.First - 1, p.First - 1],
        ["MovingAverageEnvelope.Write"] = p => [p.First - 1, p.First - 1, p.First - 1],
        ["TrueRange.Write"] = _ => [1],
        ["TrueRange.WriteAverage"] = p => [p.First],
        ["AverageTrueRange.Write"] = p => [p.First],
        ["NormalizedAverageTrueRange.Write"] = p => [p.First],
        ["ChaikinVolatility.Write"] = p => [2 * p.First - 1],
        ["HistoricalVolatility.Write"] = p => [p.First + 1],
        ["ParkinsonVolatility.Write"] = p => [p.First - 1],
        ["GarmanKlassVolatility.Write"] = p => [p.First - 1],
        ["RogersSatchellVolatility.Write"] = p => [p.First - 1],
        ["YangZhangVolatility.Write"] = p => [p.First + 1],
        ["UlcerIndex.Write"] = p => [2 * p.First - 2],
        ["OnBalanceVolume.Write"] = _ => [0],
        ["CloseLocationValue.Write"] = _ => [0],
        ["AccumulationDistribution.Write"] = _ => [0],
        ["ChaikinOscillator.Write"] = p => [Slower(p) - 1],
        ["ChaikinMoneyFlow.Write"] = p => [p.First - 1],
        ["MoneyFlowIndex.Write"] = p => [p.First],
        ["ForceIndex.Write"] = p => [p.First],
        ["PriceVolumeTrend.Write"] = _ => [0],
        ["NegativeVolumeIndex.Write"] = _ => [0],
        ["PositiveVolumeIndex.Write"] = _ => [0],
        ["EaseOfMovement.Write"] = p => [1, p.First],
        ["WilliamsAccumulationDistribution.Write"] = _ => [1],
        ["RollingSum.Write"] = p => [p.First - 1],
        ["RollingDeviation.WriteSample"] = p => [p.First],
        ["RollingDeviation.WritePopulation"] = p => [p.First - 1],
        ["RollingExtremes.WriteHighest"] = p => [p.First - 1],
        ["RollingExtremes.WriteLowest"] = p => [p.First - 1],
        ["RollingMedian.Write"] = p => [p.First - 1],
        ["MedianAbsoluteDeviation.Write"] = p => [p.First - 1],
        ["LinearRegression.Write"] = p => [p.First, p.First, p.First],
        ["StandardError.Write"] = p => [p.First + 1],
        ["ZScore.Write"] = p => [p.First],
        ["PercentRank.Write"] = p => [p.First - 1],
        ["RollingCovariance.Write"] = p => [p.First],
        ["RollingCorrelation.Write"] = p => [p.First],
        ["RollingBeta.Write"] = p => [p.First],
    };

    public static TheoryData<string> Names => [.. FirstBars.Keys];

    [Fact]
    public void EveryIndicatorSaysWhereItBegins() => Assert.Equal(Twin.All.Select(twin => twin.Name).Order(), FirstBars.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void ItIsDefinedFromThatBarOn(string name) => ExampleParameters.Any.Where(parameters => parameters.First > 1).Sample(
        parameters =>
        {
            var columns = Twin.All.Single(twin => twin.Name == name).Columns(Market, parameters);

            Assert.Equal(FirstBars[name](parameters), columns.Select(column => Array.FindIndex(column, double.IsFinite)));
            Assert.All(columns, column => Assert.Equal(column.Length - Array.FindIndex(column, double.IsFinite), column.Count(double.IsFinite)));
        },
        iter: 50);

    private static int Slower(ExampleParameters p) => Math.Max(p.First, p.Second);
}
