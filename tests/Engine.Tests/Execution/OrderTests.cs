using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Execution;

/// <summary>Each type of order on bars that one can follow by hand. What is placed on bar 0 works from bar 1 on.</summary>
public sealed class OrderTests
{
    private static readonly double[][] Bars =
    [
        // open, high, low, close, volume
        [100, 101, 99, 100, 50],
        [100, 104, 97, 102, 50],
        [102, 110, 101, 108, 50],
        [108, 109, 94, 95, 50],
        [90, 96, 89, 95, 50],
        [95, 99, 95, 98, 50],
        [98, 100, 97, 99, 50],
    ];

    [Fact]
    public void AMarketOrderFillsAtTheNextOpen() => Expect([(1, 100)], orders => orders.Place(Order.Market(10)));

    [Fact]
    public void AMarketOrderFillsAtTheSameCloseWhereTheStudySaysSo() =>
        Expect([(0, 100)], orders => orders.Place(Order.Market(10)), fill: FillTime.Close);

    [Theory]
    [InlineData(98, 1, 98)]
    [InlineData(95, 3, 95)]
    [InlineData(93, 4, 90)]
    [InlineData(105, 1, 100)]
    public void ALimitFillsAtItsPriceOrAtABetterOpen(double limit, int bar, double price) =>
        Expect([(bar, price)], orders => orders.Place(Order.Limit(10, limit)));

    [Theory]
    [InlineData(103, 1, 103)]
    [InlineData(107, 2, 107)]
    [InlineData(99, 1, 100)]
    public void AStopFillsAtItsPriceOrAtAWorseOpen(double stop, int bar, double price) =>
        Expect([(bar, price)], orders => orders.Place(Order.Stop(10, stop)));

    [Fact]
    public void OnlyWhatTakesTheMarketSlips()
    {
        var costs = new TradingCosts(SlippageRate: 0.01);
        Expect([(1, 101)], orders => orders.Place(Order.Market(10)), costs: costs);
        Expect([(1, 103 * 1.01)], orders => orders.Place(Order.Stop(10, 103)), costs: costs);
        Expect([(1, 98)], orders => orders.Place(Order.Limit(10, 98)), costs: costs);
    }

    [Theory]
    [InlineData(103, 105, 1, 103)]
    [InlineData(103, 101, 2, 101)]
    [InlineData(109, 95, 3, 95)]
    public void AStopLimitBecomesALimitWhereItsStopIsReached(double stop, double limit, int bar, double price) =>
        Expect([(bar, price)], orders => orders.Place(Order.StopLimit(10, stop, limit)));

    /// <summary>The best price is 110 after bar 2, so the stop of bar 3 is 104.5.</summary>
    [Fact]
    public void ATrailingStopFollowsTheBestPriceAfterEachBar()
    {
        var trade = Assert.Single(Run(orders => orders.Place(Order.Market(10)), orders => orders.Place(Order.TrailingStop(-10, 0.05))).Trades);

        Assert.Equal((1, 3, 104.5), (trade.EntryBar, trade.ExitBar, trade.ExitPrice));
    }

    [Fact]
    public void AMarketOnCloseFillsAtTheCloseOfTheNextBar() => Expect([(1, 102)], orders => orders.Place(Order.MarketOnClose(10)));

    [Fact]
    public void ATargetIsAFractionOfEquityFeesIncluded()
    {
        var trade = Assert.Single(Run(orders => orders.Place(Order.Target(0.5)), costs: new TradingCosts(0.001)).Trades);

        Assert.Equal(5000 / 100.1, trade.Quantity, 9);
    }

    [Fact]
    public void ATargetOfTheOtherSideClosesAndOpens()
    {
        var trades = Run(orders => orders.Place(Order.Target(1)), orders => orders.Place(Order.Target(-0.5)), direction: Direction.Both).Trades;

        Assert.Equal([(1, 2, 100.0), (2, -1, -50.0)], trades.Select(trade => (trade.EntryBar, trade.ExitBar, trade.Quantity)));
    }

    [Fact]
    public void ScalingInGivesOneMeanPriceAndScalingOutATradeForEachPart()
    {
        var (trades, _, _) = Run(
            orders => orders.Place(Order.Market(10)), orders => orders.Place(Order.Market(10)), orders => orders.Place(Order.Market(-5)), null,
            orders => orders.Place(Order.Market(-15)));

        Assert.Equal([new Trade(1, 3, 5, 101, 108, 0, 0), new Trade(1, 5, 15, 101, 95, 0, 0)], trades);
    }

    /// <summary>Each fill costs 2: a quarter of the two entries' 4 belongs to the quarter that is closed first.</summary>
    [Fact]
    public void EachPartBearsItsShareOfTheEntriesFees()
    {
        var trades = Run(
            [orders => orders.Place(Order.Market(10)), orders => orders.Place(Order.Market(10)), orders => orders.Place(Order.Market(-5)),
                orders => orders.Place(Order.Market(-15))],
            costs: new TradingCosts(0, 2)).Trades;

        Assert.Equal([(1.0, 2.0), (3.0, 2.0)], trades.Select(trade => (trade.EntryFee, trade.ExitFee)));
    }

    [Fact]
    public void OneOrderCancelsTheOther() =>
        Expect([(1, 103)], orders => orders.PlaceOneCancelsOther(Order.Stop(10, 103), Order.Limit(10, 95)));

    [Theory]
    [InlineData(95, 109, 2, 109)]
    [InlineData(96, 120, 3, 96)]
    [InlineData(98, 103, 1, 98)]
    public void ABracketClosesAtItsStopOrItsTargetTheStopFirst(double stop, double target, int bar, double price)
    {
        var (trades, _, working) = Run(orders => orders.PlaceBracket(Order.Market(10), stop, target));

        Assert.Equal((bar, price, 0), (trades[0].ExitBar, trades[0].ExitPrice, working));
        Assert.Single(trades);
    }

    /// <summary>Bar 3 falls through the limit and the stop; its high came before or after, nobody knows.</summary>
    [Fact]
    public void InsideTheBarOfALimitEntryTheStopCountsAndTheTargetDoesNot()
    {
        var trade = Assert.Single(Run(orders => orders.PlaceBracket(Order.Limit(10, 96), 94.5, 106)).Trades);
        Assert.Equal((3, 3, 94.5), (trade.EntryBar, trade.ExitBar, trade.ExitPrice));

        trade = Assert.Single(Run(orders => orders.PlaceBracket(Order.Limit(10, 98), 80, 101)).Trades);
        Assert.Equal((1, 2, 102), (trade.EntryBar, trade.ExitBar, trade.ExitPrice));
    }

    [Fact]
    public void AnOrderIsGoodForItsBarsOrUntilItsTime()
    {
        Expect([], orders => orders.Place(Order.Limit(10, 95).ForBars(2)));
        Expect([(3, 95)], orders => orders.Place(Order.Limit(10, 95).ForBars(3)));
        Expect([], orders => orders.Place(Order.Limit(10, 95).Until(3 * TimeSpan.TicksPerDay)));
        Expect([(3, 95)], orders => orders.Place(Order.Limit(10, 95).Until(4 * TimeSpan.TicksPerDay)));
    }

    [Fact]
    public void ACancelledOrderIsGoneWithWhatProtectsIt()
    {
        var number = 0;
        var (trades, _, working) = Run(
            orders => number = orders.PlaceBracket(Order.Limit(10, 95), 90, 120), orders => Assert.True(orders.Cancel(number)));

        Assert.Equal((0, 0), (trades.Count, working));
    }

    [Fact]
    public void WhatTheVolumeLeavesGoesOnWorking()
    {
        var (trades, _, _) = Run(
            orders => orders.Place(Order.Market(12)), null, null, orders => orders.Place(Order.Market(-12)), rules: new() { VolumeLimit = 0.1 });

        // 5 of each bar's 50: bought at 100, 102 and 108, sold at 90, 95 and 98.
        Assert.Equal([(4, 5.0), (5, 5), (6, 2)], trades.Select(trade => (trade.ExitBar, trade.Quantity)));
        Assert.Equal((500 + 510 + 216) / 12.0, trades[0].EntryPrice, 9);
    }

    [Theory]
    [InlineData(0, RejectionReason.NoQuantity)]
    [InlineData(101, RejectionReason.Equity)]
    [InlineData(-1, RejectionReason.Direction)]
    public void WhatIsRejectedIsInTheLog(double quantity, RejectionReason reason)
    {
        var (trades, log, _) = Run(orders => orders.Place(Order.Market(quantity)));

        Assert.Empty(trades);
        Assert.Equal(1, log.Count);
        Assert.Equal(reason, Assert.Single(log.Rejections).Reason);
    }

    [Fact]
    public void ASaleOfMoreThanIsHeldClosesAndTheRestIsRejectedWhereShortsAre()
    {
        var (trades, log, _) = Run(orders => orders.Place(Order.Market(10)), orders => orders.Place(Order.Market(-30)));

        Assert.Equal(10, Assert.Single(trades).Quantity);
        Assert.Equal(new Rejection(2, RejectionReason.Direction), Assert.Single(log.Rejections));
    }

    [Fact]
    public void RulesCloseWhatOrdersHaveOpened()
    {
        var trade = Assert.Single(Run(orders => orders.Place(Order.Market(10)), rules: new() { StopLoss = 0.05 }).Trades);

        Assert.Equal((3, 95), (trade.ExitBar, trade.ExitPrice));
    }

    [Fact]
    public void NumbersThatAreNoneAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Order.Market(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Order.Limit(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Order.Stop(1, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => Order.Market(1).ForBars(0));
    }

    private static void Expect(
        (int Bar, double Price)[] entries, Action<OrderTicket> place, FillTime fill = FillTime.NextOpen, TradingCosts? costs = null) =>
        Assert.Equal(entries, Run([place], fill: fill, costs: costs).Trades.Select(trade => (trade.EntryBar, trade.EntryPrice)));

    private static (IReadOnlyList<Trade> Trades, OrderLog Log, int Working) Run(
        Action<OrderTicket> place, TradingCosts? costs = null, TradingRules? rules = null) =>
        Run([place], costs: costs, rules: rules);

    private static (IReadOnlyList<Trade> Trades, OrderLog Log, int Working) Run(
        Action<OrderTicket> first, Action<OrderTicket> second, Direction direction = Direction.Long) => Run([first, second], direction);

    private static (IReadOnlyList<Trade> Trades, OrderLog Log, int Working) Run(
        Action<OrderTicket> first, Action<OrderTicket>? second, Action<OrderTicket>? third, Action<OrderTicket>? fourth,
        Action<OrderTicket>? fifth = null, TradingRules? rules = null) => Run([first, second, third, fourth, fifth], rules: rules);

    private static (IReadOnlyList<Trade> Trades, OrderLog Log, int Working) Run(
        Action<OrderTicket>?[] script,
        Direction direction = Direction.Long,
        FillTime fill = FillTime.NextOpen,
        TradingCosts? costs = null,
        TradingRules? rules = null)
    {
        double[] Column(int at) => [.. Bars.Select(bar => bar[at])];
        long[] times = [.. Bars.Select((_, bar) => (bar + 1) * TimeSpan.TicksPerDay)];
        var series = new BarSeries("X", Timeframe.Day, new BarColumns(times, Column(0), Column(1), Column(2), Column(3), Column(4)));
        var (simulation, trader) = (new BarSimulation(), new Script(script));
        Metrics metrics = simulation.Run(
            new BarSlice(series), trader, new ParameterSet([]), new AccountSettings(10_000, costs ?? new TradingCosts(), fill, 252, 0, direction),
            rules ?? TradingRules.None);
        Assert.Equal(Bars.Length, metrics.Bars);
        return (simulation.Trades, simulation.Log, trader.Working);
    }

    private sealed class Script(Action<OrderTicket>?[] script) : IBarStrategy
    {
        public StrategyDeclaration Declaration { get; } = new("script", 1, "By script.", "none", []);

        public int Working { get; private set; }

        public int WarmUp(ParameterSet parameters) => 0;

        public void Begin(ParameterSet parameters) { }

        public void OnBar(in BarHistory bars, Portfolio portfolio, OrderTicket orders)
        {
            if (bars.Bar < script.Length) script[bars.Bar]?.Invoke(orders);
            Working = orders.WorkingOrders;
        }

        public void Persist(StateCodec state) { }
    }
}
