using Backtest.Strategies.Indicators;

namespace Backtest.Strategies.Tests.Indicators.Twins;

/// <summary>Trends, turns and levels.</summary>
internal static class TrendTwins
{
    public static IReadOnlyList<Twin> All { get; } =
    [
        Twin.OfBars(
            "AverageDirectionalIndex.Write", 3,
            (m, p, c) => AverageDirectionalIndex.Write(m.High, m.Low, m.Close, p.First, c[0], c[1], c[2]),
            p => new AverageDirectionalIndex(p.First), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "Aroon.Write", 3,
            (m, p, c) => Aroon.Write(m.High, m.Low, p.First, c[0], c[1], c[2]),
            p => new Aroon(p.First), (x, b) => x.Update(b.High, b.Low)),
        Twin.OfColumn(
            "VerticalHorizontalFilter.Write", 1,
            (v, p, c) => VerticalHorizontalFilter.Write(v, p.First, c[0]),
            p => new VerticalHorizontalFilter(p.First), (x, v) => x.Update(v)),
        Twin.OfBars(
            "ParabolicStopAndReverse.Write", 1,
            (m, p, c) => ParabolicStopAndReverse.Write(m.High, m.Low, p.Share / 10, p.Share, c[0]),
            p => new ParabolicStopAndReverse(p.Share / 10, p.Share), (x, b) => x.Update(b.High, b.Low)),
        Twin.OfBars(
            "SuperTrend.Write", 2,
            (m, p, c) => SuperTrend.Write(m.High, m.Low, m.Close, p.First, p.Width, c[0], c[1]),
            p => new SuperTrend(p.First, p.Width), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "IchimokuCloud.Write", 4,
            (m, p, c) => IchimokuCloud.Write(m.High, m.Low, p.First, p.Second, p.Third, c[0], c[1], c[2], c[3]),
            p => new IchimokuCloud(p.First, p.Second, p.Third), (x, b) => x.Update(b.High, b.Low)),
        Twin.OfBars(
            "ChandelierExit.Write", 2,
            (m, p, c) => ChandelierExit.Write(m.High, m.Low, m.Close, p.First, p.Width, c[0], c[1]),
            p => new ChandelierExit(p.First, p.Width), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "VortexIndicator.Write", 2,
            (m, p, c) => VortexIndicator.Write(m.High, m.Low, m.Close, p.First, c[0], c[1]),
            p => new VortexIndicator(p.First), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "MassIndex.Write", 1,
            (m, p, c) => MassIndex.Write(m.High, m.Low, p.First, p.Second, c[0]),
            p => new MassIndex(p.First, p.Second), (x, b) => x.Update(b.High, b.Low)),
        Twin.OfBars(
            "ChoppinessIndex.Write", 1,
            (m, p, c) => ChoppinessIndex.Write(m.High, m.Low, m.Close, p.First + 1, c[0]),
            p => new ChoppinessIndex(p.First + 1), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "ElderRay.Write", 2,
            (m, p, c) => ElderRay.Write(m.High, m.Low, m.Close, p.First, c[0], c[1]),
            p => new ElderRay(p.First), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "HeikinAshi.Write", 4,
            (m, _, c) => HeikinAshi.Write(m.Open, m.High, m.Low, m.Close, c[0], c[1], c[2], c[3]),
            _ => new HeikinAshi(), (x, b) => x.Update(b.Open, b.High, b.Low, b.Close)),
        Twin.OfBars(
            "PivotPoints.Write", 7,
            (m, _, c) => PivotPoints.Write(m.High, m.Low, m.Close, c[0], c[1], c[2], c[3], c[4], c[5], c[6]),
            _ => new PivotPoints(), (x, b) => x.Update(b.High, b.Low, b.Close)),
    ];
}
