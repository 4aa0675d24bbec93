using Backtest.Engine.Market;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Market;

public sealed class BarSliceTests
{
    private static readonly BarSeries Bars = ExampleBars.Random(10, 3);

    [Fact]
    public void ASliceCountsFromItsFirstWarmUpBar()
    {
        var slice = new BarSlice(Bars, 2, 5, 9);

        Assert.Equal((7, 3, 4), (slice.Count, slice.First, slice.WindowCount));
        Assert.Equal(Bars[2], new Bar(slice.CloseTimes[0], slice.Open[0], slice.High[0], slice.Low[0], slice.Close[0], slice.Volume[0]));
        Assert.Equal(Bars[8], new Bar(slice.CloseTimes[^1], slice.Open[^1], slice.High[^1], slice.Low[^1], slice.Close[^1], slice.Volume[^1]));
        Assert.Equal(Bars.HashOf(2, 9), slice.ContentHash);
    }

    [Fact]
    public void AWholeSeriesHasItsOwnHash()
    {
        var slice = new BarSlice(Bars);

        Assert.Equal((10, 0, 10), (slice.Count, slice.First, slice.WindowCount));
        Assert.Equal(Bars.ContentHash, slice.ContentHash);
    }

    [Theory]
    [InlineData(-1, 0, 5)]
    [InlineData(3, 2, 5)]
    [InlineData(2, 5, 5)]
    [InlineData(0, 0, 11)]
    public void WhatIsNoPartOfTheSeriesIsRefused(int start, int first, int end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BarSlice(Bars, start, first, end));
}
