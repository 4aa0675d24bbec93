using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Rules;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Execution;

/// <summary>Several symbols, one purse.</summary>
public sealed class AccountTests
{
    private static readonly BarSeries Flat = ExampleBars.Of(10, 10, 10, 10, 10, 10);

    [Fact]
    public void PositionsShareTheCash()
    {
        var run = PortfolioScript.Run([Flat, Flat], [(orders, _) =>
        {
            orders[0].Place(Order.Market(60));
            orders[1].Place(Order.Market(60));
        }]);

        Assert.Equal((0, 60), (run.Trades[0].Symbol, run.Trades[0].Quantity));
        Assert.Equal(new Rejection(1, RejectionReason.Equity) { Symbol = 1 }, Assert.Single(run.Log.Rejections));
        Assert.Single(run.Trades);
    }

    [Fact]
    public void AShortPositionNeedsCoverLikeALongOne()
    {
        var run = PortfolioScript.Run([Flat, Flat, Flat], [(orders, _) =>
        {
            orders[0].Place(Order.Market(-50));
            orders[1].Place(Order.Market(50));
            orders[2].Place(Order.Market(1));
        }]);

        Assert.Equal([-50, 50], run.Trades.Select(trade => trade.Quantity));
        Assert.Equal(2, Assert.Single(run.Log.Rejections).Symbol);
    }

    [Fact]
    public void WhatMakesAPositionSmallerComesFirst()
    {
        var run = PortfolioScript.Run(
            [Flat, Flat],
            [
                (orders, _) => orders[1].Place(Order.Target(1)),
                (orders, _) =>
                {
                    orders[0].Place(Order.Target(1));
                    orders[1].Place(Order.Target(0));
                },
            ]);

        Assert.Equal([(1, 1, 2), (0, 2, -1)], run.Trades.Select(trade => (trade.Symbol, trade.EntryBar, trade.ExitBar)));
        Assert.Empty(run.Log.Rejections);
    }

    [Fact]
    public void WhatATargetInsideABarSetsFreeComesTooLateForItsOpen()
    {
        var rising = ExampleBars.Of([10, 10, 10, 10], [10, 10, 12, 10], [10, 10, 10, 10], [10, 10, 10, 10]);

        var run = PortfolioScript.Run(
            [rising, Flat],
            [
                (orders, _) => orders[0].PlaceBracket(Order.Market(100), 5, 11),
                (orders, _) => orders[1].Place(Order.Market(100)),
            ]);

        Assert.Equal((0, 2), (Assert.Single(run.Trades).Symbol, run.Trades[0].ExitBar));
        Assert.Equal(RejectionReason.Equity, Assert.Single(run.Log.Rejections).Reason);
    }

    [Fact]
    public void ASymbolWithoutABarKeepsItsLastCloseAndFillsAtItsOwnNextOpen()
    {
        var gappy = Without(ExampleBars.Of(10, 11, 12, 13, 14), 2);

        var run = PortfolioScript.Run([ExampleBars.Of(10, 10, 10, 10, 10), gappy], [null, (orders, _) => orders[1].Place(Order.Market(10))]);

        Assert.Equal((3, 12.0), (run.Trades[0].EntryBar, run.Trades[0].EntryPrice));
        Assert.Equal([1000, 1000, 1000, 1010, 1020], run.Equity);
        run = PortfolioScript.Run([ExampleBars.Of(10, 10, 10, 10, 10), gappy], [(orders, _) => orders[1].Place(Order.Market(10))]);
        Assert.Equal([1000, 1010, 1010, 1030, 1040], run.Equity);
    }

    [Fact]
    public void AnOrderOfASymbolThatHasNoBarYetWaitsForItsFirst()
    {
        var late = Without(ExampleBars.Of(10, 11, 12, 13), 0, 1);

        var run = PortfolioScript.Run([ExampleBars.Of(10, 10, 10, 10), late], [(orders, _) => orders[1].Place(Order.Market(10))]);

        Assert.Equal((2, 11.0), (run.Trades[0].EntryBar, run.Trades[0].EntryPrice));
        run = PortfolioScript.Run([ExampleBars.Of(10, 10, 10, 10), late], [(orders, _) => orders[1].Enter()]);
        Assert.Equal((2, 11.0), (run.Trades[0].EntryBar, run.Trades[0].EntryPrice));
    }

    [Fact]
    public void NoMoreSymbolsHaveAPositionThanTheRulesAllow()
    {
        var run = PortfolioScript.Run(
            [Flat, Flat, Flat],
            [
                (orders, _) =>
                {
                    orders[2].Enter();
                    orders[0].Enter();
                    orders[1].Place(Order.Market(10));
                },
                (orders, _) =>
                {
                    orders[0].Place(Order.Target(0));
                    orders[2].Enter();
                },
            ],
            rules: new TradingRules { PositionSize = 0.2, MaxOpenPositions = 2 });

        Assert.Equal([(0, 1), (1, 1), (2, 2)], run.Trades.Select(trade => (trade.Symbol, trade.EntryBar)).Order());
        Assert.Equal(new Rejection(1, RejectionReason.OpenPositions) { Symbol = 2 }, Assert.Single(run.Log.Rejections));
    }

    [Fact]
    public void APositionIsSizedByTheEquityOfAll()
    {
        var rising = ExampleBars.Of(10, 10, 20, 20, 20);

        var run = PortfolioScript.Run(
            [rising, Flat],
            [(orders, _) => orders[0].Enter(), null, (orders, _) => orders[1].Enter()],
            rules: new TradingRules { PositionSize = 0.25 });

        Assert.Equal([25, 31.25], run.Trades.Select(trade => trade.Quantity));
    }

    [Fact]
    public void FillsAtTheCloseComeAfterAllHaveDecided()
    {
        var run = PortfolioScript.Run(
            [Flat, Flat],
            [
                (orders, _) => orders[1].Place(Order.Target(1)),
                (orders, account) =>
                {
                    Assert.Equal((100, 0), (account.Quantity(1), account.Cash));
                    orders[0].Place(Order.Target(1));
                    orders[1].Place(Order.Target(0));
                },
            ],
            fill: FillTime.Close);

        Assert.Equal([(1, 0, 1), (0, 1, -1)], run.Trades.Select(trade => (trade.Symbol, trade.EntryBar, trade.ExitBar)));
    }

    private static BarSeries Without(BarSeries bars, params int[] missing)
    {
        int[] kept = [.. Enumerable.Range(0, bars.Count).Except(missing)];
        return new BarSeries("GAP", bars.Timeframe, new BarColumns(
            kept.Select(bar => bars[bar].CloseTime).ToArray(),
            kept.Select(bar => bars[bar].Open).ToArray(),
            kept.Select(bar => bars[bar].High).ToArray(),
            kept.Select(bar => bars[bar].Low).ToArray(),
            kept.Select(bar => bars[bar].Close).ToArray(),
            kept.Select(bar => bars[bar].Volume).ToArray()));
    }
}
