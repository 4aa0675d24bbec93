using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Statistics;

public sealed class ProfitFactorTests
{
    [Theory]
    [InlineData(30, -20, 1.5)]
    [InlineData(0, -20, 0)]
    [InlineData(30, 0, double.NaN)]
    [InlineData(0, 0, double.NaN)]
    public void ItIsProfitOverLoss(double profit, double loss, double expected) =>
        Assert.Equal(expected, ProfitFactor.Of(new TradeSums(2, 2, 1, profit, loss, 0, 0)));
}
