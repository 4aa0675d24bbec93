using Backtest.Engine.Execution;

namespace Backtest.Engine.Tests.Execution;

public sealed class TradeTests
{
    [Fact]
    public void TheNetResultIsWhatIsLeftAfterBothFees() => Assert.Equal(10 * (12 - 11) - 1 - 2, new Trade(0, 1, 10, 11, 12, 1, 2).NetResult);

    [Fact]
    public void AnOpenTradeHasNoResultYet()
    {
        var trade = new Trade(0, -1, 10, 11, double.NaN, 1, 0);

        Assert.True(trade.IsOpen);
        Assert.False((trade with { ExitBar = 0 }).IsOpen);
        Assert.Equal(double.NaN, trade.NetResult);
    }
}
