using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Statistics;

public sealed class CalmarRatioTests
{
    [Theory]
    [InlineData(0.1, -0.25, 0.4)]
    [InlineData(-0.1, -0.25, -0.4)]
    [InlineData(0, -0.25, 0)]
    [InlineData(0.1, 0, double.NaN)]
    public void ItIsGrowthOverDepth(double growth, double drawdown, double expected) =>
        Assert.Equal(expected, CalmarRatio.Of(growth, drawdown));
}
