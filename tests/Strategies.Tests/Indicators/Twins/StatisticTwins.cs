using Backtest.Strategies.Indicators;

namespace Backtest.Strategies.Tests.Indicators.Twins;

/// <summary>Rolling statistics.</summary>
internal static class StatisticTwins
{
    public static IReadOnlyList<Twin> All { get; } =
    [
        Twin.OfColumn("RollingSum.Write", 1, (v, p, c) => RollingSum.Write(v, p.First, c[0]), p => new RollingSum(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "RollingDeviation.WriteSample", 1,
            (v, p, c) => RollingDeviation.WriteSample(v, p.First + 1, c[0]),
            p => RollingDeviation.Sample(p.First + 1), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "RollingDeviation.WritePopulation", 1,
            (v, p, c) => RollingDeviation.WritePopulation(v, p.First, c[0]),
            p => RollingDeviation.Population(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "RollingExtremes.WriteHighest", 1,
            (v, p, c) => RollingExtremes.WriteHighest(v, p.First, c[0]),
            p => RollingExtremes.Highest(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "RollingExtremes.WriteLowest", 1,
            (v, p, c) => RollingExtremes.WriteLowest(v, p.First, c[0]),
            p => RollingExtremes.Lowest(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "RollingMedian.Write", 1,
            (v, p, c) => RollingMedian.Write(v, p.First, c[0]),
            p => new RollingMedian(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "MedianAbsoluteDeviation.Write", 1,
            (v, p, c) => MedianAbsoluteDeviation.Write(v, p.First, c[0]),
            p => new MedianAbsoluteDeviation(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "LinearRegression.Write", 3,
            (v, p, c) => LinearRegression.Write(v, p.First + 1, c[0], c[1], c[2]),
            p => new LinearRegression(p.First + 1), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "StandardError.Write", 1,
            (v, p, c) => StandardError.Write(v, p.First + 2, c[0]),
            p => new StandardError(p.First + 2), (x, v) => x.Update(v)),
        Twin.OfColumn("ZScore.Write", 1, (v, p, c) => ZScore.Write(v, p.First + 1, c[0]), p => new ZScore(p.First + 1), (x, v) => x.Update(v)),
        Twin.OfColumn("PercentRank.Write", 1, (v, p, c) => PercentRank.Write(v, p.First, c[0]), p => new PercentRank(p.First), (x, v) => x.Update(v)),
        Twin.OfBars(
            "RollingCovariance.Write", 1,
            (m, p, c) => RollingCovariance.Write(m.Close, m.Volume, p.First + 1, c[0]),
            p => new RollingCovariance(p.First + 1), (x, b) => x.Update(b.Close, b.Volume)),
        Twin.OfBars(
            "RollingCorrelation.Write", 1,
            (m, p, c) => RollingCorrelation.Write(m.Close, m.Volume, p.First + 1, c[0]),
            p => new RollingCorrelation(p.First + 1), (x, b) => x.Update(b.Close, b.Volume)),
        Twin.OfBars(
            "RollingBeta.Write", 1,
            (m, p, c) => RollingBeta.Write(m.Close, m.Volume, p.First + 1, c[0]),
            p => new RollingBeta(p.First + 1), (x, b) => x.Update(b.Close, b.Volume)),
    ];
}
