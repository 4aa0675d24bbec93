using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Rules;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Execution;

/// <summary>Leverage, and what happens when equity no longer carries it.</summary>
public sealed class MarginCallTests
{
    private static readonly AccountTerms Triple = new() { Leverage = 3, MaintenanceMargin = 0.25 };

    [Fact]
    public void LeverageMultipliesWhatEquityPaysFor()
    {
        var flat = ExampleBars.Of(10, 10, 10);

        Assert.Equal(300, Assert.Single(PortfolioScript.Run([flat], [Buy(300)], Triple).Trades).Quantity);
        Assert.Equal(RejectionReason.Equity, Assert.Single(PortfolioScript.Run([flat], [Buy(301)], Triple).Log.Rejections).Reason);
        Assert.Equal(-300, Assert.Single(PortfolioScript.Run([flat], [Buy(-300)], Triple).Trades).Quantity);
    }

    [Fact]
    public void APositionIsOfAllEquityUnlessItsSizeSaysMore()
    {
        var flat = ExampleBars.Of(10, 10, 10);
        Action<PortfolioOrders, Account>?[] enter = [(orders, _) => orders[0].Enter()];

        Assert.Equal(100, Assert.Single(PortfolioScript.Run([flat], enter, Triple).Trades).Quantity);
        Assert.Equal(250, Assert.Single(PortfolioScript.Run([flat], enter, Triple, new TradingRules { PositionSize = 2.5 }).Trades).Quantity);
        Assert.Equal(300, Assert.Single(PortfolioScript.Run([flat], enter, Triple, new TradingRules { PositionSize = 9 }).Trades).Quantity);
    }

    [Fact]
    public void ALongPositionIsClosedInsideTheBarAtThePriceThatLeavesTheMargin()
    {
        // 200 x p - 1000 = 25 % of 200 x p at p = 1000 / 150.
        var falling = ExampleBars.Of([10, 10, 10, 7], [10, 10, 10, 7], [10, 10, 6, 7], [10, 10, 7, 7]);

        var run = PortfolioScript.Run([falling], [Buy(200)], Triple);

        var trade = Assert.Single(run.Trades);
        Assert.Equal((2, true), (trade.ExitBar, trade.IsLiquidation));
        Assert.Equal(1000 / 150.0, trade.ExitPrice, 12);
        Assert.Equal(new Rejection(2, RejectionReason.Liquidation), Assert.Single(run.Log.Rejections));
        Assert.Equal(0.25 * 200 * trade.ExitPrice, run.Equity[^1], 9);
    }

    [Fact]
    public void AShortPositionIsClosedInsideTheBarAtThePriceThatLeavesTheMargin()
    {
        // 3000 - 200 x p = 25 % of 200 x p at p = 3000 / 250 = 12.
        var rising = ExampleBars.Of([10, 10, 10, 11], [10, 10, 13, 11], [10, 10, 10, 11], [10, 10, 11, 11]);

        var run = PortfolioScript.Run([rising], [Buy(-200)], Triple, costs: new TradingCosts(0, 0, 0.01));

        var trade = Assert.Single(run.Trades);
        Assert.Equal((2, true), (trade.ExitBar, trade.IsLiquidation));
        Assert.Equal((1000 + 200 * 9.9) / 250 * 1.01, trade.ExitPrice, 12);
    }

    [Fact]
    public void AGapIsClosedAtTheOpenAndMayLeaveADebt()
    {
        var gap = ExampleBars.Of([10, 10, 4, 4], [10, 10, 4, 4], [10, 10, 4, 4], [10, 10, 4, 4]);

        var run = PortfolioScript.Run([gap], [Buy(200), null, (orders, _) => orders[0].Place(Order.Market(1))], Triple);

        Assert.Equal((4, true), (run.Trades[0].ExitPrice, run.Trades[0].IsLiquidation));
        Assert.Equal([1000, 1000, -200, -200], run.Equity);
        Assert.Equal([RejectionReason.Liquidation, RejectionReason.Equity], run.Log.Rejections.Select(rejection => rejection.Reason));
    }

    [Fact]
    public void AStopThatIsNearerComesFirst()
    {
        var falling = ExampleBars.Of([10, 10, 10, 7], [10, 10, 10, 7], [10, 10, 6, 7], [10, 10, 7, 7]);

        var near = PortfolioScript.Run([falling], [Enter()], Triple, new TradingRules { PositionSize = 2, StopLoss = 0.1 });
        var far = PortfolioScript.Run([falling], [Enter()], Triple, new TradingRules { PositionSize = 2, StopLoss = 0.35 });

        Assert.Equal((9.0, false), (near.Trades[0].ExitPrice, near.Trades[0].IsLiquidation));
        Assert.Empty(near.Log.Rejections);
        Assert.Equal((1000 / 150.0, true), (far.Trades[0].ExitPrice, far.Trades[0].IsLiquidation));
    }

    [Fact]
    public void AllPositionsAreClosedAndAllOrdersForgotten()
    {
        var flat = ExampleBars.Of(10, 10, 10, 10, 10);
        var falling = ExampleBars.Of([10, 10, 10, 7, 7], [10, 10, 10, 7, 9], [10, 10, 4, 7, 7], [10, 10, 7, 7, 9]);

        var run = PortfolioScript.Run(
            [flat, falling],
            [(orders, _) =>
            {
                orders[0].Place(Order.Market(100));
                orders[1].Place(Order.Market(150));
                orders[1].Place(Order.Stop(10, 20));
                orders[0].Place(Order.Limit(1, 5));
            }],
            Triple);

        // 1000 + 150 x (p - 10) = 25 % of (1000 + 150 p) at p = 750 / 112.5.
        Assert.All(run.Trades, trade => Assert.Equal((2, true), (trade.ExitBar, trade.IsLiquidation)));
        Assert.Equal(750 / 112.5, run.Trades.Single(trade => trade.Symbol == 1).ExitPrice, 12);
        Assert.Equal(2, run.Trades.Count);
        Assert.Single(run.Log.Rejections);
    }

    [Fact]
    public void APositionWhoseSymbolHasNoBarIsClosedAtItsNextOpen()
    {
        var whole = ExampleBars.Of(10, 10, 10, 10, 10);
        var gappy = new BarSeries("GAP", Timeframe.Day, new BarColumns(
            new[] { 1, 2, 5 }.Select(day => day * TimeSpan.TicksPerDay).ToArray(), new double[] { 10, 10, 9 }, new double[] { 10, 10, 9 },
            new double[] { 10, 10, 9 }, new double[] { 10, 10, 9 }, new double[3]));
        var falling = ExampleBars.Of([10, 10, 10, 5, 5], [10, 10, 10, 5, 5], [10, 10, 5, 5, 5], [10, 10, 5, 5, 5]);

        var run = PortfolioScript.Run(
            [gappy, falling, whole],
            [(orders, _) =>
            {
                orders[0].Place(Order.Market(100));
                orders[1].Place(Order.Market(150));
            }],
            Triple);

        Assert.Equal([(1, 2, true), (0, 4, true)], run.Trades.Select(trade => (trade.Symbol, trade.ExitBar, trade.IsLiquidation)));
        Assert.Equal(9, run.Trades[1].ExitPrice);
    }

    [Fact]
    public void WithoutAMaintenanceMarginAShortLosesMoreThanThereIsAsItAlwaysDid()
    {
        var rising = ExampleBars.Of(10, 10, 30);

        Assert.Equal(-1000, PortfolioScript.Run([rising], [Buy(-100)]).Equity[^1]);
        Assert.True(PortfolioScript.Run([rising], [Buy(-100)], new AccountTerms { MaintenanceMargin = 0 }).Trades[0].IsLiquidation);
    }

    private static Action<PortfolioOrders, Account> Buy(double quantity) => (orders, _) => orders[0].Place(Order.Market(quantity));

    private static Action<PortfolioOrders, Account> Enter() => (orders, _) => orders[0].Enter();
}
