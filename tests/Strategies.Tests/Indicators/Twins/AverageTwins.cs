using Backtest.Strategies.Indicators;

namespace Backtest.Strategies.Tests.Indicators.Twins;

/// <summary>Moving averages.</summary>
internal static class AverageTwins
{
    public static IReadOnlyList<Twin> All { get; } =
    [
        Twin.OfColumn(
            "SimpleMovingAverage.Write", 1,
            (v, p, c) => SimpleMovingAverage.Write(v, p.First, c[0]),
            p => new SimpleMovingAverage(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "ExponentialMovingAverage.Write", 1,
            (v, p, c) => ExponentialMovingAverage.Write(v, p.First, c[0]),
            p => new ExponentialMovingAverage(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "ExponentialMovingAverage.WriteWilder", 1,
            (v, p, c) => ExponentialMovingAverage.WriteWilder(v, p.First, c[0]),
            p => ExponentialMovingAverage.Wilder(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "WeightedMovingAverage.Write", 1,
            (v, p, c) => WeightedMovingAverage.Write(v, p.First, c[0]),
            p => new WeightedMovingAverage(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "DoubleExponentialMovingAverage.Write", 1,
            (v, p, c) => DoubleExponentialMovingAverage.Write(v, p.First, c[0]),
            p => new DoubleExponentialMovingAverage(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "TripleExponentialMovingAverage.Write", 1,
            (v, p, c) => TripleExponentialMovingAverage.Write(v, p.First, c[0]),
            p => new TripleExponentialMovingAverage(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "ZeroLagExponentialMovingAverage.Write", 1,
            (v, p, c) => ZeroLagExponentialMovingAverage.Write(v, p.First, c[0]),
            p => new ZeroLagExponentialMovingAverage(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "HullMovingAverage.Write", 1,
            (v, p, c) => HullMovingAverage.Write(v, p.First + 1, c[0]),
            p => new HullMovingAverage(p.First + 1), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "TriangularMovingAverage.Write", 1,
            (v, p, c) => TriangularMovingAverage.Write(v, p.First, c[0]),
            p => new TriangularMovingAverage(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "KaufmanAdaptiveMovingAverage.Write", 1,
            (v, p, c) => KaufmanAdaptiveMovingAverage.Write(v, p.First, p.Second, p.Third, c[0]),
            p => new KaufmanAdaptiveMovingAverage(p.First, p.Second, p.Third), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "TillsonMovingAverage.Write", 1,
            (v, p, c) => TillsonMovingAverage.Write(v, p.First, p.Share, c[0]),
            p => new TillsonMovingAverage(p.First, p.Share), (x, v) => x.Update(v)),
        Twin.OfBars(
            "VolumeWeightedMovingAverage.Write", 1,
            (m, p, c) => VolumeWeightedMovingAverage.Write(m.Close, m.Volume, p.First, c[0]),
            p => new VolumeWeightedMovingAverage(p.First), (x, b) => x.Update(b.Close, b.Volume)),
        Twin.OfBars(
            "ElasticVolumeWeightedMovingAverage.Write", 1,
            (m, p, c) => ElasticVolumeWeightedMovingAverage.Write(m.Close, m.Volume, p.First, c[0]),
            p => new ElasticVolumeWeightedMovingAverage(p.First), (x, b) => x.Update(b.Close, b.Volume)),
        Twin.OfColumn(
            "ArnaudLegouxMovingAverage.Write", 1,
            (v, p, c) => ArnaudLegouxMovingAverage.Write(v, p.First, p.Share, p.Width, c[0]),
            p => new ArnaudLegouxMovingAverage(p.First, p.Share, p.Width), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "McGinleyDynamic.Write", 1,
            (v, p, c) => McGinleyDynamic.Write(v, p.First, c[0]),
            p => new McGinleyDynamic(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "VariableIndexDynamicAverage.Write", 1,
            (v, p, c) => VariableIndexDynamicAverage.Write(v, p.First, p.Second, c[0]),
            p => new VariableIndexDynamicAverage(p.First, p.Second), (x, v) => x.Update(v)),
    ];
}
