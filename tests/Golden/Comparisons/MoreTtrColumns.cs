using Backtest.Engine.Market;
using Backtest.Strategies.Indicators;
using static Backtest.Goldens.IndicatorFigures;

namespace Backtest.Goldens;

/// <summary>The engine's columns for figures of R's TTR 0.24.3 that tests/Golden/making/ttr.R made.</summary>
internal static class MoreTtrColumns
{
    public const string File = "sp500-indicators-ttr-more.csv.gz";

    // A different beginning is forgotten: what is left of it is below 1e-12.
    private const int BarsToForget = 700;

    private static readonly BarSeries Bars = Sp500.Bars;

    /// <summary>By the referee's column: the first bar compared, and the engine's.</summary>
    public static IReadOnlyDictionary<string, (int From, Func<double[]> Compute)> All { get; } =
        new Dictionary<string, (int From, Func<double[]> Compute)>
        {
            ["alma"] = (0, () => Column(c => ArnaudLegouxMovingAverage.Write(Bars.Close, 9, 0.85, 6, c))),
            ["evwma"] = (0, () => Column(c => ElasticVolumeWeightedMovingAverage.Write(Bars.Close, Bars.Volume, 20, c))),
            ["ppo"] = (0, () => Column(0, 2, c => PercentagePriceOscillator.Write(Bars.Close, 12, 26, 9, c[0], c[1]))),
            ["ppo_signal"] = (0, () => Column(1, 2, c => PercentagePriceOscillator.Write(Bars.Close, 12, 26, 9, c[0], c[1]))),
            ["keltner_lower"] = (0, () => Column(0, 3, c => KeltnerChannel.Write(Bars.High, Bars.Low, Bars.Close, 20, 2, c[0], c[1], c[2]))),
            ["keltner_middle"] = (0, () => Column(1, 3, c => KeltnerChannel.Write(Bars.High, Bars.Low, Bars.Close, 20, 2, c[0], c[1], c[2]))),
            ["keltner_upper"] = (0, () => Column(2, 3, c => KeltnerChannel.Write(Bars.High, Bars.Low, Bars.Close, 20, 2, c[0], c[1], c[2]))),
            ["ultimate"] = (0, () => Column(c => UltimateOscillator.Write(Bars.High, Bars.Low, Bars.Close, 7, 14, 28, c))),
            ["smi"] = (BarsToForget, () =>
                Column(0, 2, c => StochasticMomentumIndex.Write(Bars.High, Bars.Low, Bars.Close, 13, 2, 25, 9, c[0], c[1]))),
            ["smi_signal"] = (BarsToForget, () =>
                Column(1, 2, c => StochasticMomentumIndex.Write(Bars.High, Bars.Low, Bars.Close, 13, 2, 25, 9, c[0], c[1]))),
            ["kst_signal"] = (0, () => Column(1, 2, c => KnowSureThing.Write(Bars.Close, 9, c[0], c[1]))),
            ["emv_value"] = (0, () => Column(0, 2, c => EaseOfMovement.Write(Bars.High, Bars.Low, Bars.Volume, 9, c[0], c[1]))),
            ["emv_average"] = (0, () => Column(1, 2, c => EaseOfMovement.Write(Bars.High, Bars.Low, Bars.Volume, 9, c[0], c[1]))),
            ["trix_signal"] = (0, () => Column(1, 2, c => Trix.Write(Bars.Close, 20, 20, c[0], c[1]))),
            ["dpo"] = (0, () => Column(c => DetrendedPriceOscillator.Write(Bars.Close, 20, c))),
            ["williams_ad"] = (0, () => Column(c => WilliamsAccumulationDistribution.Write(Bars.High, Bars.Low, Bars.Close, c))),
            ["ad_line"] = (0, () => Column(c => AccumulationDistribution.Write(Bars.High, Bars.Low, Bars.Close, Bars.Volume, c))),
            ["percent_rank"] = (0, () => Column(c => PercentRank.Write(Bars.Close, 50, c))),
            ["volatility_close"] = (0, () => Column(c => HistoricalVolatility.Write(Bars.Close, 20, 252, c))),
            ["volatility_parkinson"] = (0, () => Column(c => ParkinsonVolatility.Write(Bars.High, Bars.Low, 20, 252, c))),
            ["volatility_garman_klass"] = (0, () => Column(c => GarmanKlassVolatility.Write(Bars.Open, Bars.High, Bars.Low, Bars.Close, 20, 252, c))),
            ["volatility_rogers_satchell"] = (0, () =>
                Column(c => RogersSatchellVolatility.Write(Bars.Open, Bars.High, Bars.Low, Bars.Close, 20, 252, c))),
            ["volatility_yang_zhang"] = (0, () => Column(c => YangZhangVolatility.Write(Bars.Open, Bars.High, Bars.Low, Bars.Close, 20, 252, c))),
            ["sum"] = (0, () => Column(c => RollingSum.Write(Bars.Close, 20, c))),
            ["correlation"] = (0, () => Column(c => RollingCorrelation.Write(Bars.Close, Bars.Volume, 20, c))),
            ["covariance"] = (0, () => Column(c => RollingCovariance.Write(Bars.Close, Bars.Volume, 20, c))),
            ["beta"] = (0, () => Column(c => RollingBeta.Write(Bars.Volume, Bars.Close, 20, c))),
            ["z_score"] = (0, () => Column(c => ZScore.Write(Bars.Close, 20, c))),
            ["median_even"] = (0, () => Column(c => RollingMedian.Write(Bars.Close, 14, c))),
            ["mad_odd"] = (0, () => Column(c => MedianAbsoluteDeviation.Write(Bars.Close, 15, c))),
        };
}
