using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Market;

/// <summary>Currencies, dividends and splits, by hand. Bars are days; the first closes at the end of day 0.</summary>
public sealed class SymbolTermsTests
{
    private static readonly BarSeries Flat = ExampleBars.Of(10, 10, 10, 10, 10);

    [Fact]
    public void AForeignPositionIsWorthItsPriceTimesTheLastKnownRate()
    {
        // The rate is 2 from the first close on, and 3 from that of bar 2 on.
        var terms = new SymbolTerms { Rates = new DatedNumbers([Day(1), Day(3)], [2, 3]) };

        var run = PortfolioScript.Run([Flat], [(orders, _) => orders[0].Place(Order.Market(50))], symbolTerms: [terms]);

        // Bought for 50 x 10 x 2, which is all there is; 500 more when the rate rises.
        Assert.Equal([1000, 1000, 1500, 1500, 1500], run.Equity);
        Assert.Equal((50, 10, 500), (run.Trades[0].Quantity, run.Trades[0].EntryPrice, run.Trades[0].Carry));
        run = PortfolioScript.Run([Flat], [(orders, _) => orders[0].Place(Order.Market(51))], symbolTerms: [terms]);
        Assert.Equal(RejectionReason.Equity, Assert.Single(run.Log.Rejections).Reason);
    }

    [Fact]
    public void TheResultOfAForeignTradeAndItsFeesAreInTheAccountsCurrency()
    {
        var terms = new SymbolTerms { Rates = new DatedNumbers([Day(1), Day(3)], [2, 3]) };

        var run = PortfolioScript.Run(
            [Flat],
            [(orders, _) => orders[0].Place(Order.Market(10)), null, (orders, _) => orders[0].Place(Order.Market(-10))],
            costs: new TradingCosts(0.01),
            symbolTerms: [terms]);

        // 200 in, 2 fee; 300 out, 3 fee.
        Assert.Equal((2, 3, 95), (run.Trades[0].EntryFee, run.Trades[0].ExitFee, run.Trades[0].NetResult));
        Assert.Equal((1095, 5), (run.Metrics.FinalEquity, run.Metrics.FeesPaid));
    }

    [Fact]
    public void ATargetOfAForeignSymbolIsOfTheAccountsEquity()
    {
        var terms = new SymbolTerms { Rates = new DatedNumbers([0], [4]) };

        Assert.Equal(12.5, PortfolioScript.Run([Flat], [(orders, _) => orders[0].Place(Order.Target(0.5))], symbolTerms: [terms]).Trades[0].Quantity);
        Assert.Equal(25, PortfolioScript.Run([Flat], [(orders, _) => orders[0].Enter()], symbolTerms: [terms]).Trades[0].Quantity);
    }

    [Fact]
    public void ADividendIsPaidToWhoeverHeldAtTheCloseBeforeItsDay()
    {
        // Held at the close of bar 1; day 2 is the ex-date, and bar 2 is that day.
        var terms = new SymbolTerms { Dividends = new DatedNumbers([Day(2)], [0.5]) };

        var run = PortfolioScript.Run(
            [Flat], [(orders, _) => orders[0].Place(Order.Market(20)), (orders, _) => orders[0].Place(Order.Market(-20))], symbolTerms: [terms]);
        var late = PortfolioScript.Run([Flat], [null, (orders, _) => orders[0].Place(Order.Market(20))], symbolTerms: [terms]);
        var sold = PortfolioScript.Run([Flat], [(orders, _) => orders[0].Place(Order.Market(-20))], symbolTerms: [terms]);

        Assert.Equal([1000, 1000, 1010, 1010, 1010], run.Equity);
        Assert.Equal((10, 10, 10), (run.Carry.Dividends, run.Trades[0].Carry, run.Trades[0].NetResult));
        Assert.Equal(0, late.Carry.Dividends);
        Assert.Equal([1000, 1000, 990, 990, 990], sold.Equity);
    }

    [Fact]
    public void ASplitChangesQuantityAndPricesAndNoEquity()
    {
        var split = ExampleBars.Of([10, 10, 5, 5, 5], [10, 10, 5, 5, 7], [10, 10, 5, 5, 5], [10, 10, 5, 5, 6]);
        var terms = new SymbolTerms { Splits = new DatedNumbers([Day(2)], [2]) };

        var run = PortfolioScript.Run(
            [split],
            [(orders, _) =>
            {
                orders[0].PlaceBracket(Order.Market(20), 6, 13);
                orders[0].Place(Order.Limit(8, 2));
            }],
            symbolTerms: [terms]);

        // The target at 13 has become one at 6.5, of 40 shares that cost 5 each; the stop at 3 and the limit at 1 are not reached.
        var trade = Assert.Single(run.Trades);
        Assert.Equal((40, 5, 6.5, 4), (trade.Quantity, trade.EntryPrice, trade.ExitPrice, trade.ExitBar));
        Assert.Equal([1000, 1000, 1000, 1000, 1060], run.Equity);
    }

    [Fact]
    public void LevelsOfRulesAreSplitToo()
    {
        var split = ExampleBars.Of([10, 10, 5, 5, 5], [10, 10, 5, 5, 5], [10, 10, 5, 5, 4], [10, 10, 5, 5, 4]);
        var terms = new SymbolTerms { Splits = new DatedNumbers([Day(2)], [2]) };

        var run = PortfolioScript.Run(
            [split], [(orders, _) => orders[0].Enter()], rules: new() { StopLoss = 0.1 }, symbolTerms: [terms]);

        Assert.Equal((4, 4.5), (run.Trades[0].ExitBar, run.Trades[0].ExitPrice));
    }

    [Fact]
    public void WhatConcernsTheBarsIsInTheirHash()
    {
        var hash = Hash(SymbolTerms.None);

        Assert.NotEqual(hash, Hash(new SymbolTerms { Dividends = new DatedNumbers([Day(2)], [0.5]) }));
        Assert.NotEqual(
            Hash(new SymbolTerms { Dividends = new DatedNumbers([Day(2)], [0.5]) }),
            Hash(new SymbolTerms { Splits = new DatedNumbers([Day(2)], [0.5]) }));
        Assert.NotEqual(hash, Hash(new SymbolTerms { Rates = new DatedNumbers([0], [2]) }));
        Assert.NotEqual(Hash(new SymbolTerms { Rates = new DatedNumbers([0], [3]) }), Hash(new SymbolTerms { Rates = new DatedNumbers([0], [2]) }));
        var dividend = new SymbolTerms { Dividends = new DatedNumbers([Day(2)], [0.5]) };
        Assert.Equal(Hash(dividend), Hash(dividend with { Dividends = new DatedNumbers([Day(2), Day(7)], [0.5, 9]) }));
    }

    [Fact]
    public void TimesThatDoNotIncreaseAreRefused()
    {
        Assert.Throws<ArgumentException>(() => new DatedNumbers([1, 1], [1, 2]));
        Assert.Throws<ArgumentException>(() => new DatedNumbers([1], []));
    }

    private static object Hash(SymbolTerms terms)
    {
        var timeline = PortfolioBars.Join("x", [Flat], [terms]);
        return new BarSlice(timeline, 0, 1, timeline.Count).ContentHash;
    }

    private static long Day(int day) => day * TimeSpan.TicksPerDay;
}
