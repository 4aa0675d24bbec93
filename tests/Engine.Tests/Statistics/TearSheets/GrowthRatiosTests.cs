using Backtest.Engine.Statistics.TearSheets;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

public sealed class GrowthRatiosTests
{
    [Fact]
    public void RatiosAreThoseComputedByHand()
    {
        Assert.Equal(0.2, GrowthRatios.Sterling(0.08, -0.3), 12);
        Assert.Equal(0.6, GrowthRatios.OverIndex(0.08, 0.02, 0.1), 12);
        Assert.Equal(double.NaN, GrowthRatios.OverIndex(0.08, 0.02, 0));
    }
}
