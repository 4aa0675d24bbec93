using Backtest.Engine.Market;
using Backtest.Storage.Bars;
using Backtest.Storage.Tests.Examples;
using CsCheck;

namespace Backtest.Storage.Tests.Bars;

public sealed class BarCsvTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatIsWrittenReadsBackToTheSameBits() => Holds((text, options) => BarFile.Read(_folder.Write("bars.csv", text), options));

    [Fact]
    public void PackedTheyAreTheSameBars() => Holds((text, options) => BarFile.Read(_folder.WriteGzip("bars.csv.gz", text), options));

    [Fact]
    public void ThroughTheCacheTheyAreTheSameBars()
    {
        var cache = new BarCache(_folder["cache"]);
        Holds((text, options) =>
        {
            var file = _folder.Write("bars.csv", text);
            cache.Read(file, options);
            return cache.Read(file, options);
        });
    }

    [Fact]
    public void PartsOfASecondAreKept()
    {
        double[] one = [1, 1];
        var bars = new BarSeries("X", new Timeframe(1, TimeframeUnit.Second), new BarColumns(
            new[] { 630_822_816_015_000_000, 630_822_816_025_000_001 }, one, one, one, one, one));

        var text = Written(bars);

        Assert.Equal(bars.ContentHash, BarFile.Read(_folder.Write("bars.csv", text), new BarFileOptions("X", bars.Timeframe)).ContentHash);
    }

    private static void Holds(Func<string, BarFileOptions, BarSeries> read) => GenBars.Series.Sample(
        bars =>
        {
            var back = read(Written(bars), new BarFileOptions("X", bars.Timeframe));

            Assert.Equal(bars.ContentHash, back.ContentHash);
            Assert.Equal((bars.Count, bars.Timeframe), (back.Count, back.Timeframe));
        },
        iter: 100,
        threads: 1);

    private static string Written(BarSeries bars)
    {
        var text = new StringWriter();
        BarCsv.Write(text, bars);
        return text.ToString();
    }
}
