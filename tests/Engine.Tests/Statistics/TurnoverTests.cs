using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Statistics;

public sealed class TurnoverTests
{
    [Theory]
    [InlineData(2, 252, 252, 1)]
    [InlineData(1, 252, 252, 0.5)]
    [InlineData(6, 504, 252, 1.5)]
    [InlineData(0, 10, 252, 0)]
    [InlineData(0, 0, 252, double.NaN)]
    public void BuyingAndSellingEverythingOnceAYearIsOne(double traded, int bars, double periods, double expected) =>
        Assert.Equal(expected, Turnover.Of(new TradeSums(1, 1, 1, 0, 0, 0, traded), bars, periods));
}
