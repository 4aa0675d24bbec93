using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Statistics;

public sealed class ExpectancyTests
{
    [Theory]
    [InlineData(4, 30, -20, 2.5)]
    [InlineData(2, 0, -20, -10)]
    [InlineData(0, 0, 0, double.NaN)]
    public void ItIsTheMeanResultOfAClosedTrade(int closed, double profit, double loss, double expected) =>
        Assert.Equal(expected, Expectancy.Of(new TradeSums(5, closed, 1, profit, loss, 0, 0)));
}
