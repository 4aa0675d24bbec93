using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Statistics;

public sealed class WinRateTests
{
    [Theory]
    [InlineData(4, 4, 1, 0.25)]
    [InlineData(5, 4, 4, 1)]
    [InlineData(4, 4, 0, 0)]
    [InlineData(1, 0, 0, double.NaN)]
    public void ItIsTheShareOfClosedTradesThatWon(int trades, int closed, int won, double expected) =>
        Assert.Equal(expected, WinRate.Of(new TradeSums(trades, closed, won, 0, 0, 0, 0)));
}
