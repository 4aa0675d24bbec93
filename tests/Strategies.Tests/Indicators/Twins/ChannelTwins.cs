using Backtest.Strategies.Indicators;

namespace Backtest.Strategies.Tests.Indicators.Twins;

/// <summary>Channels and volatility.</summary>
internal static class ChannelTwins
{
    public static IReadOnlyList<Twin> All { get; } =
    [
        Twin.OfColumn(
            "BollingerBands.Write", 3,
            (v, p, c) => BollingerBands.Write(v, p.First, p.Width, c[0], c[1], c[2]),
            p => new BollingerBands(p.First, p.Width), (x, v) => x.Update(v)),
        Twin.OfColumn(
            "BollingerPercent.Write", 2,
            (v, p, c) => BollingerPercent.Write(v, p.First, p.Width, c[0], c[1]),
            p => new BollingerPercent(p.First, p.Width), (x, v) => x.Update(v)),
        Twin.OfBars(
            "KeltnerChannel.Write", 3,
            (m, p, c) => KeltnerChannel.Write(m.High, m.Low, m.Close, p.First, p.Width, c[0], c[1], c[2]),
            p => new KeltnerChannel(p.First, p.Width), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "DonchianChannel.Write", 3,
            (m, p, c) => DonchianChannel.Write(m.High, m.Low, p.First, c[0], c[1], c[2]),
            p => new DonchianChannel(p.First), (x, b) => x.Update(b.High, b.Low)),
        Twin.OfColumn(
            "MovingAverageEnvelope.Write", 3,
            (v, p, c) => MovingAverageEnvelope.Write(v, p.First, p.Share, c[0], c[1], c[2]),
            p => new MovingAverageEnvelope(p.First, p.Share), (x, v) => x.Update(v)),
        Twin.OfBars(
            "TrueRange.Write", 1,
            (m, _, c) => TrueRange.Write(m.High, m.Low, m.Close, c[0]),
            _ => new TrueRange(), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "TrueRange.WriteAverage", 1,
            (m, p, c) => TrueRange.WriteAverage(m.High, m.Low, m.Close, p.First, c[0]),
            p => new AverageTrueRange(p.First), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "AverageTrueRange.Write", 1,
            (m, p, c) => AverageTrueRange.Write(m.High, m.Low, m.Close, p.First, c[0]),
            p => new AverageTrueRange(p.First), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "NormalizedAverageTrueRange.Write", 1,
            (m, p, c) => NormalizedAverageTrueRange.Write(m.High, m.Low, m.Close, p.First, c[0]),
            p => new NormalizedAverageTrueRange(p.First), (x, b) => x.Update(b.High, b.Low, b.Close)),
        Twin.OfBars(
            "ChaikinVolatility.Write", 1,
            (m, p, c) => ChaikinVolatility.Write(m.High, m.Low, p.First, c[0]),
            p => new ChaikinVolatility(p.First), (x, b) => x.Update(b.High, b.Low)),
        Twin.OfColumn(
            "HistoricalVolatility.Write", 1,
            (v, p, c) => HistoricalVolatility.Write(v, p.First + 1, p.Width, c[0]),
            p => new HistoricalVolatility(p.First + 1, p.Width), (x, v) => x.Update(v)),
        Twin.OfBars(
            "ParkinsonVolatility.Write", 1,
            (m, p, c) => ParkinsonVolatility.Write(m.High, m.Low, p.First, p.Width, c[0]),
            p => new ParkinsonVolatility(p.First, p.Width), (x, b) => x.Update(b.High, b.Low)),
        Twin.OfBars(
            "GarmanKlassVolatility.Write", 1,
            (m, p, c) => GarmanKlassVolatility.Write(m.Open, m.High, m.Low, m.Close, p.First, p.Width, c[0]),
            p => new GarmanKlassVolatility(p.First, p.Width), (x, b) => x.Update(b.Open, b.High, b.Low, b.Close)),
        Twin.OfBars(
            "RogersSatchellVolatility.Write", 1,
            (m, p, c) => RogersSatchellVolatility.Write(m.Open, m.High, m.Low, m.Close, p.First, p.Width, c[0]),
            p => new RogersSatchellVolatility(p.First, p.Width), (x, b) => x.Update(b.Open, b.High, b.Low, b.Close)),
        Twin.OfBars(
            "YangZhangVolatility.Write", 1,
            (m, p, c) => YangZhangVolatility.Write(m.Open, m.High, m.Low, m.Close, p.First + 1, p.Width, c[0]),
            p => new YangZhangVolatility(p.First + 1, p.Width), (x, b) => x.Update(b.Open, b.High, b.Low, b.Close)),
        Twin.OfColumn("UlcerIndex.Write", 1, (v, p, c) => UlcerIndex.Write(v, p.First, c[0]), p => new UlcerIndex(p.First), (x, v) => x.Update(v)),
    ];
}
