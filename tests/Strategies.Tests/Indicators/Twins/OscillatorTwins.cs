using Backtest.Strategies.Indicators;

namespace Backtest.Strategies.Tests.Indicators.Twins;

/// <summary>Oscillators and momentum.</summary>
internal static class OscillatorTwins
{
    public static IReadOnlyList<Twin> All { get; } =
    [
        Twin.OfColumn(
            "RelativeStrengthIndex.Write", 1,
            (v, p, c) => RelativeStrengthIndex.Write(v, p.First, c[0]),
            p => new RelativeStrengthIndex(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "StochasticRelativeStrengthIndex.Write", 2,
            (v, p, c) => StochasticRelativeStrengthIndex.Write(v, p.First, p.Second, p.Third, c[0], c[1]),
            p => new StochasticRelativeStrengthIndex(p.First, p.Second, p.Third), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "MovingAverageConvergence.Write", 2,
            (v, p, c) => MovingAverageConvergence.Write(v, p.First, p.Second, p.Third, c[0], c[1]),
            p => new MovingAverageConvergence(p.First, p.Second, p.Third), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "PercentagePriceOscillator.Write", 2,
            (v, p, c) => PercentagePriceOscillator.Write(v, p.First, p.Second, p.Third, c[0], c[1]),
            p => new PercentagePriceOscillator(p.First, p.Second, p.Third), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "AbsolutePriceOscillator.Write", 1,
            (v, p, c) => AbsolutePriceOscillator.Write(v, p.First, p.Second, c[0]),
            p => new AbsolutePriceOscillator(p.First, p.Second), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "DetrendedPriceOscillator.Write", 1,
            (v, p, c) => DetrendedPriceOscillator.Write(v, p.First, c[0]),
            p => new DetrendedPriceOscillator(p.First), (x, v) => x.Update(v)),
        Twin.OfBars(
            "StochasticOscillator.Write", 3,
            (m, p, c) => StochasticOscillator.Write(m.High, m.Low, m.Close, p.First, p.Second, c[0], c[1], c[2]),
            p => new StochasticOscillator(p.First, p.Second), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "StochasticMomentumIndex.Write", 2,
            (m, p, c) => StochasticMomentumIndex.Write(m.High, m.Low, m.Close, p.First, p.Second, p.Third, p.First + 1, c[0], c[1]),
            p => new StochasticMomentumIndex(p.First, p.Second, p.Third, p.First + 1), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "CommodityChannelIndex.Write", 1,
            (m, p, c) => CommodityChannelIndex.Write(m.High, m.Low, m.Close, p.First, c[0]),
            p => new CommodityChannelIndex(p.First), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfColumn(
            "RateOfChange.Write", 1,
            (v, p, c) => RateOfChange.Write(v, p.First, c[0]),
            p => new RateOfChange(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "PriceMomentum.Write", 1,
            (v, p, c) => PriceMomentum.Write(v, p.First, c[0]),
            p => new PriceMomentum(p.First), (x, v) => x.Update(v)),
        Twin.OfBars(
            "WilliamsPercentRange.Write", 1,
            (m, p, c) => WilliamsPercentRange.Write(m.High, m.Low, m.Close, p.First, c[0]),
            p => new WilliamsPercentRange(p.First), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "UltimateOscillator.Write", 1,
            (m, p, c) => UltimateOscillator.Write(m.High, m.Low, m.Close, p.First, p.Second, p.Third, c[0]),
            p => new UltimateOscillator(p.First, p.Second, p.Third), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "FisherTransform.Write", 2,
            (m, p, c) => FisherTransform.Write(m.High, m.Low, p.First, c[0], c[1]),
            p => new FisherTransform(p.First), (x, b) => x.Update(b.High, b.Low)),
        Twin.OfColumn(
            "ChandeMomentumOscillator.Write", 1,
            (v, p, c) => ChandeMomentumOscillator.Write(v, p.First, c[0]),
            p => new ChandeMomentumOscillator(p.First), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "Trix.Write", 2,
            (v, p, c) => Trix.Write(v, p.First, p.Second, c[0], c[1]),
            p => new Trix(p.First, p.Second), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "KnowSureThing.Write", 2,
            (v, p, c) => KnowSureThing.Write(v, p.First, c[0], c[1]),
            p => new KnowSureThing(p.First), (x, v) => x.Update(v)),
        Twin.OfBars(
            "AwesomeOscillator.Write", 1,
            (m, p, c) => AwesomeOscillator.Write(m.High, m.Low, p.First, p.Second, c[0]),
            p => new AwesomeOscillator(p.First, p.Second), (x, b) => x.Update(b.High, b.Low)),
        Twin.OfColumn(
            "TrueStrengthIndex.Write", 2,
            (v, p, c) => TrueStrengthIndex.Write(v, p.First, p.Second, p.Third, c[0], c[1]),
            p => new TrueStrengthIndex(p.First, p.Second, p.Third), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "CoppockCurve.Write", 1,
            (v, p, c) => CoppockCurve.Write(v, p.First, p.Second, p.Third, c[0]),
            p => new CoppockCurve(p.First, p.Second, p.Third), (x, v) => x.Update(v)),
        Twin.OfBars(
            "BalanceOfPower.Write", 1,
            (m, _, c) => BalanceOfPower.Write(m.Open, m.High, m.Low, m.Close, c[0]),
            _ => new BalanceOfPower(), (x, b) => x.Update(b.Open, b.High, b.Low, b.Close)),
    ];
}
