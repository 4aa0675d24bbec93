using Backtest.Engine.Statistics;
using Backtest.Engine.Statistics.TearSheets;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

public sealed class KellyFractionTests
{
    [Fact]
    public void ItIsHalfOfTheMeanExcessOverTheVariance() =>
        Assert.Equal(0.008 / 0.04 / 2, KellyFraction.Half(new ReturnMoments(9, 0.01, 0.2, 0, 3), 0.002), 12);
}
