using Backtest.Engine.Statistics.TearSheets;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

public sealed class TailRatioTests
{
    [Fact]
    public void ItIsTheUpperQuantileOverTheLowerOne()
    {
        double[] sorted = [.. Enumerable.Range(0, 101).Select(i => i < 50 ? (i - 50) / 1000.0 : (i - 50) / 500.0)];

        Assert.Equal(2, TailRatio.Of(sorted), 12);
        Assert.Equal(double.NaN, TailRatio.Of([0, 0, 0]));
    }
}
