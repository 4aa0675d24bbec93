using Backtest.Engine.Market;
using Backtest.Engine.Signals;
using Backtest.Goldens;
using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;
using Backtest.Strategies.Tests.Indicators.Twins;

namespace Backtest.Strategies.Tests.Indicators;

/// <summary>Every indicator has a shared column, which is the indicator, under a key of its own.</summary>
public sealed class SharedIndicatorTwinTests
{
    private static readonly BarSeries Bars = Sp500.Bars.Until(300);
    private static readonly ExampleMarket Example =
        new(Bars.Open.ToArray(), Bars.High.ToArray(), Bars.Low.ToArray(), Bars.Close.ToArray(), Bars.Volume.ToArray());

    /// <summary>Those of two columns, of which a market has one, and a second name of the average true range.</summary>
    private static readonly string[] NotShared = ["RollingBeta.Write", "RollingCovariance.Write", "TrueRange.WriteAverage"];

    /// <summary>The indicator, the columns that it is computed of, and how a strategy asks for it.</summary>
    private static readonly (string Twin, Func<ExampleMarket, ExampleMarket> Of, Func<MarketView, ExampleParameters, double[][]> Ask)[] Entries =
    [
        ("SimpleMovingAverage.Write", m => m, (m, p) => One(m.Sma(p.First))),
        ("ExponentialMovingAverage.Write", m => m, (m, p) => One(m.Ema(p.First))),
        ("MovingAverageConvergence.Write", m => m, (m, p) => m.Macd(p.First, p.Second, p.Third)),
        ("RelativeStrengthIndex.Write", m => m, (m, p) => One(m.Rsi(p.First))),
        ("BollingerBands.Write", m => m, (m, p) => m.Bollinger(p.First, p.Width)),
        ("RateOfChange.Write", m => m, (m, p) => One(m.Roc(p.First))),
        ("WeightedMovingAverage.Write", m => m, (m, p) => One(m.Wma(p.First))),
        ("ExponentialMovingAverage.WriteWilder", m => m, (m, p) => One(m.Rma(p.First))),
        ("DoubleExponentialMovingAverage.Write", m => m, (m, p) => One(m.Dema(p.First))),
        ("TripleExponentialMovingAverage.Write", m => m, (m, p) => One(m.Tema(p.First))),
        ("ZeroLagExponentialMovingAverage.Write", m => m, (m, p) => One(m.Zlema(p.First))),
        ("HullMovingAverage.Write", m => m, (m, p) => One(m.Hma(p.First + 1))),
        ("TriangularMovingAverage.Write", m => m, (m, p) => One(m.Trima(p.First))),
        ("KaufmanAdaptiveMovingAverage.Write", m => m, (m, p) => One(m.Kama(p.First, p.Second, p.Third))),
        ("TillsonMovingAverage.Write", m => m, (m, p) => One(m.T3(p.First, p.Share))),
        ("VolumeWeightedMovingAverage.Write", m => m, (m, p) => One(m.Vwma(p.First))),
        ("ElasticVolumeWeightedMovingAverage.Write", m => m, (m, p) => One(m.Evwma(p.First))),
        ("ArnaudLegouxMovingAverage.Write", m => m, (m, p) => One(m.Alma(p.First, p.Share, p.Width))),
        ("McGinleyDynamic.Write", m => m, (m, p) => One(m.McGinley(p.First))),
        ("VariableIndexDynamicAverage.Write", m => m, (m, p) => One(m.Vidya(p.First, p.Second))),
        ("StochasticRelativeStrengthIndex.Write", m => m, (m, p) => m.StochRsi(p.First, p.Second, p.Third)),
        ("PercentagePriceOscillator.Write", m => m, (m, p) => m.Ppo(p.First, p.Second, p.Third)),
        ("PercentagePriceOscillator.Write", m => m with { Close = m.Volume }, (m, p) => m.Pvo(p.First, p.Second, p.Third)),
        ("AbsolutePriceOscillator.Write", m => m, (m, p) => One(m.Apo(p.First, p.Second))),
        ("DetrendedPriceOscillator.Write", m => m, (m, p) => One(m.Dpo(p.First))),
        ("StochasticOscillator.Write", m => m, (m, p) => m.Stochastic(p.First, p.Second)),
        ("StochasticMomentumIndex.Write", m => m, (m, p) => m.Smi(p.First, p.Second, p.Third, p.First + 1)),
        ("CommodityChannelIndex.Write", m => m, (m, p) => One(m.Cci(p.First))),
        ("PriceMomentum.Write", m => m, (m, p) => One(m.Momentum(p.First))),
        ("WilliamsPercentRange.Write", m => m, (m, p) => One(m.WilliamsR(p.First))),
        ("UltimateOscillator.Write", m => m, (m, p) => One(m.Ultimate(p.First, p.Second, p.Third))),
        ("FisherTransform.Write", m => m, (m, p) => m.Fisher(p.First)),
        ("ChandeMomentumOscillator.Write", m => m, (m, p) => One(m.Cmo(p.First))),
        ("Trix.Write", m => m, (m, p) => m.Trix(p.First, p.Second)),
        ("KnowSureThing.Write", m => m, (m, p) => m.Kst(p.First)),
        ("AwesomeOscillator.Write", m => m, (m, p) => One(m.Awesome(p.First, p.Second))),
        ("TrueStrengthIndex.Write", m => m, (m, p) => m.Tsi(p.First, p.Second, p.Third)),
        ("CoppockCurve.Write", m => m, (m, p) => One(m.Coppock(p.First, p.Second, p.Third))),
        ("BalanceOfPower.Write", m => m, (m, _) => One(m.BalanceOfPower())),
        ("AverageDirectionalIndex.Write", m => m, (m, p) => m.Adx(p.First)),
        ("Aroon.Write", m => m, (m, p) => m.Aroon(p.First)),
        ("VerticalHorizontalFilter.Write", m => m, (m, p) => One(m.Vhf(p.First))),
        ("ParabolicStopAndReverse.Write", m => m, (m, p) => One(m.Sar(p.Share / 10, p.Share))),
        ("SuperTrend.Write", m => m, (m, p) => m.SuperTrend(p.First, p.Width)),
        ("IchimokuCloud.Write", m => m, (m, p) => m.Ichimoku(p.First, p.Second, p.Third)),
        ("ChandelierExit.Write", m => m, (m, p) => m.Chandelier(p.First, p.Width)),
        ("VortexIndicator.Write", m => m, (m, p) => m.Vortex(p.First)),
        ("MassIndex.Write", m => m, (m, p) => One(m.MassIndex(p.First, p.Second))),
        ("ChoppinessIndex.Write", m => m, (m, p) => One(m.Choppiness(p.First + 1))),
        ("ElderRay.Write", m => m, (m, p) => m.ElderRay(p.First)),
        ("HeikinAshi.Write", m => m, (m, _) => m.HeikinAshi()),
        ("PivotPoints.Write", m => m, (m, _) => m.Pivots()),
        ("BollingerPercent.Write", m => m, (m, p) => m.BollingerPercent(p.First, p.Width)),
        ("KeltnerChannel.Write", m => m, (m, p) => m.Keltner(p.First, p.Width)),
        ("DonchianChannel.Write", m => m, (m, p) => m.Donchian(p.First)),
        ("MovingAverageEnvelope.Write", m => m, (m, p) => m.Envelope(p.First, p.Share)),
        ("TrueRange.Write", m => m, (m, _) => One(m.TrueRange())),
        ("AverageTrueRange.Write", m => m, (m, p) => One(m.Atr(p.First))),
        ("NormalizedAverageTrueRange.Write", m => m, (m, p) => One(m.Natr(p.First))),
        ("ChaikinVolatility.Write", m => m, (m, p) => One(m.ChaikinVolatility(p.First))),
        ("HistoricalVolatility.Write", m => m, (m, p) => One(m.HistoricalVolatility(p.First + 1, p.Width))),
        ("ParkinsonVolatility.Write", m => m, (m, p) => One(m.ParkinsonVolatility(p.First, p.Width))),
        ("GarmanKlassVolatility.Write", m => m, (m, p) => One(m.GarmanKlassVolatility(p.First, p.Width))),
        ("RogersSatchellVolatility.Write", m => m, (m, p) => One(m.RogersSatchellVolatility(p.First, p.Width))),
        ("YangZhangVolatility.Write", m => m, (m, p) => One(m.YangZhangVolatility(p.First + 1, p.Width))),
        ("UlcerIndex.Write", m => m, (m, p) => One(m.Ulcer(p.First))),
        ("OnBalanceVolume.Write", m => m, (m, _) => One(m.Obv())),
        ("CloseLocationValue.Write", m => m, (m, _) => One(m.CloseLocation())),
        ("AccumulationDistribution.Write", m => m, (m, _) => One(m.AdLine())),
        ("ChaikinOscillator.Write", m => m, (m, p) => One(m.ChaikinOscillator(p.First, p.Second))),
        ("ChaikinMoneyFlow.Write", m => m, (m, p) => One(m.Cmf(p.First))),
        ("MoneyFlowIndex.Write", m => m, (m, p) => One(m.Mfi(p.First))),
        ("ForceIndex.Write", m => m, (m, p) => One(m.ForceIndex(p.First))),
        ("PriceVolumeTrend.Write", m => m, (m, _) => One(m.Pvt())),
        ("NegativeVolumeIndex.Write", m => m, (m, _) => One(m.Nvi())),
        ("PositiveVolumeIndex.Write", m => m, (m, _) => One(m.Pvi())),
        ("EaseOfMovement.Write", m => m, (m, p) => m.Emv(p.First)),
        ("WilliamsAccumulationDistribution.Write", m => m, (m, _) => One(m.WilliamsAd())),
        ("RollingSum.Write", m => m, (m, p) => One(m.Sum(p.First))),
        ("RollingDeviation.WriteSample", m => m, (m, p) => One(m.Deviation(p.First + 1))),
        ("RollingDeviation.WritePopulation", m => m, (m, p) => One(m.PopulationDeviation(p.First))),
        ("RollingExtremes.WriteHighest", m => m with { Close = m.High }, (m, p) => One(m.Highest(p.First))),
        ("RollingExtremes.WriteLowest", m => m with { Close = m.Low }, (m, p) => One(m.Lowest(p.First))),
        ("RollingMedian.Write", m => m, (m, p) => One(m.Median(p.First))),
        ("MedianAbsoluteDeviation.Write", m => m, (m, p) => One(m.Mad(p.First))),
        ("LinearRegression.Write", m => m, (m, p) => m.Regression(p.First + 1)),
        ("StandardError.Write", m => m, (m, p) => One(m.StandardError(p.First + 2))),
        ("ZScore.Write", m => m, (m, p) => One(m.ZScore(p.First + 1))),
        ("PercentRank.Write", m => m, (m, p) => One(m.PercentRank(p.First))),
        ("RollingCorrelation.Write", m => m, (m, p) => One(m.CorrelationWithVolume(p.First + 1))),
    ];

    [Fact]
    public void EveryIndicatorIsShared() => Assert.Equal(
        Twin.All.Select(twin => twin.Name).Except(NotShared).Order(), Entries.Select(entry => entry.Twin).Distinct().Order());

    [Fact]
    public void ASharedColumnIsTheIndicatorEachTimeItIsAskedFor()
    {
        // One cache for all of them: two that share a key would get each other's columns.
        var market = new MarketView(new BarSlice(Bars), new ColumnCache());
        ExampleParameters[] sets = [new(7, 11, 5, 0.3, 1.5), new(7, 11, 6, 0.4, 2.5), new(8, 12, 4, 0.3, 1.5)];
        foreach (var parameters in sets.Concat(sets))
        {
            foreach (var (name, of, ask) in Entries)
                Assert.Equal(Twin.All.Single(twin => twin.Name == name).Columns(of(Example), parameters), ask(market, parameters));
        }
    }

    private static double[][] One(ReadOnlySpan<double> column) => [column.ToArray()];
}
