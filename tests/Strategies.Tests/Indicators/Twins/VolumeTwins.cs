using Backtest.Strategies.Indicators;

namespace Backtest.Strategies.Tests.Indicators.Twins;

/// <summary>Indicators of the volume.</summary>
internal static class VolumeTwins
{
    public static IReadOnlyList<Twin> All { get; } =
    [
        Twin.OfBars(
            "OnBalanceVolume.Write", 1,
            (m, _, c) => OnBalanceVolume.Write(m.Close, m.Volume, c[0]),
            _ => new OnBalanceVolume(), (x, b) => x.Update(b.Close, b.Volume)),
        Twin.OfBars(
            "CloseLocationValue.Write", 1,
            (m, _, c) => CloseLocationValue.Write(m.High, m.Low, m.Close, c[0]),
            _ => new CloseLocationValue(), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "AccumulationDistribution.Write", 1,
            (m, _, c) => AccumulationDistribution.Write(m.High, m.Low, m.Close, m.Volume, c[0]),
            _ => new AccumulationDistribution(), (x, b) => x.Update(b.High, b.Low, b.Close, b.Volume)),
        Twin.OfBars(
            "ChaikinOscillator.Write", 1,
            (m, p, c) => ChaikinOscillator.Write(m.High, m.Low, m.Close, m.Volume, p.First, p.Second, c[0]),
            p => new ChaikinOscillator(p.First, p.Second), (x, b) => x.Update(b.High, b.Low, b.Close, b.Volume)),
        Twin.OfBars(
            "ChaikinMoneyFlow.Write", 1,
            (m, p, c) => ChaikinMoneyFlow.Write(m.High, m.Low, m.Close, m.Volume, p.First, c[0]),
            p => new ChaikinMoneyFlow(p.First), (x, b) => x.Update(b.High, b.Low, b.Close, b.Volume)),
        Twin.OfBars(
            "MoneyFlowIndex.Write", 1,
            (m, p, c) => MoneyFlowIndex.Write(m.High, m.Low, m.Close, m.Volume, p.First, c[0]),
            p => new MoneyFlowIndex(p.First), (x, b) => x.Update(b.High, b.Low, b.Close, b.Volume)),
        Twin.OfBars(
            "ForceIndex.Write", 1,
            (m, p, c) => ForceIndex.Write(m.Close, m.Volume, p.First, c[0]),
            p => new ForceIndex(p.First), (x, b) => x.Update(b.Close, b.Volume)),
        Twin.OfBars(
            "PriceVolumeTrend.Write", 1,
            (m, _, c) => PriceVolumeTrend.Write(m.Close, m.Volume, c[0]),
            _ => new PriceVolumeTrend(), (x, b) => x.Update(b.Close, b.Volume)),
        Twin.OfBars(
            "NegativeVolumeIndex.Write", 1,
            (m, _, c) => NegativeVolumeIndex.Write(m.Close, m.Volume, c[0]),
            _ => new NegativeVolumeIndex(), (x, b) => x.Update(b.Close, b.Volume)),
        Twin.OfBars(
            "PositiveVolumeIndex.Write", 1,
            (m, _, c) => PositiveVolumeIndex.Write(m.Close, m.Volume, c[0]),
            _ => new PositiveVolumeIndex(), (x, b) => x.Update(b.Close, b.Volume)),
        Twin.OfBars(
            "EaseOfMovement.Write", 2,
            (m, p, c) => EaseOfMovement.Write(m.High, m.Low, m.Volume, p.First, c[0], c[1]),
            p => new EaseOfMovement(p.First), (x, b) => x.Update(b.High, b.Low, b.Volume)),
        Twin.OfBars(
            "WilliamsAccumulationDistribution.Write", 1,
            (m, _, c) => WilliamsAccumulationDistribution.Write(m.High, m.Low, m.Close, c[0]),
            _ => new WilliamsAccumulationDistribution(), (x, b) => x.Update(b.High, b.Low, b.Close)),
    ];
}
