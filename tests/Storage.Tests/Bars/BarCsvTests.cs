using Backtest.Engine.Market;
using Backtest.Storage.Bars;
using Backtest.Storage.Tests.Examples;
using CsCheck;

namespace Backtest.Storage.Tests.Bars;

public sealed class BarCsvTests
{
    [Fact]
    public void WhatIsWrittenReadsBackToTheSameBits()
    {
        using var folder = new TemporaryFolder();
        Timeframe[] all =
        [
            Timeframe.Day, Timeframe.Hour, new(15, TimeframeUnit.Minute), new(1, TimeframeUnit.Week), new(30, TimeframeUnit.Second),
        ];
        var timeframes = Gen.Int[0, all.Length - 1].Select(at => all[at]);
        Gen.Select(timeframes, Gen.Int[1, 200], Gen.ULong).Sample(
            (timeframe, count, seed) =>
            {
                var bars = SyntheticBars.Create("X", timeframe, count, seed);
                var text = new StringWriter();
                BarCsv.Write(text, bars);

                var read = BarFile.Read(folder.Write("bars.csv", text.ToString()), new BarFileOptions("X", timeframe));

                Assert.Equal(bars.ContentHash, read.ContentHash);
            },
            iter: 60,
            threads: 1);
    }
}
