using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Statistics;

public sealed class SharpeRatioTests
{
    [Theory]
    [InlineData(0, 0.1 / 0.2 * 4)]
    [InlineData(0.05, 0.05 / 0.2 * 4)]
    [InlineData(0.2, -0.1 / 0.2 * 4)]
    public void ItIsTheMeanExcessOverTheDeviationAnnualised(double riskFree, double expected) =>
        Assert.Equal(expected, SharpeRatio.Of(new ReturnSums(3, 0.3, 0.11, 0), riskFree, 16), 12);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0.1, 0.01)]
    [InlineData(2, 0.2, 0.02)]
    [InlineData(5, 0, 0)]
    public void ItIsUndefinedWhereNothingDeviates(int bars, double sum, double squares) =>
        Assert.Equal(double.NaN, SharpeRatio.Of(new ReturnSums(bars, sum, squares, 0), 0.001, 252));
}
