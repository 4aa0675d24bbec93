using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Simulation;

/// <summary>Each model of costs in a run, with figures computed by hand, and what holds for all of them.</summary>
public sealed class CostedRunTests
{
    // Open, high, low, close, volume; the fourth bar gaps down.
    private static readonly double[][] Bars =
        [[100, 110, 90, 100, 1000], [100, 110, 90, 100, 1000], [100, 110, 90, 100, 1000], [80, 85, 75, 80, 1000], [80, 110, 75, 80, 1000]];

    [Fact]
    public void MarketOrdersPayHalfTheSpreadAndTheFixedSlippage()
    {
        var trade = Assert.Single(Run(new CostTerms { Spread = 2, Slippage = 0.5 }, Order.Market(1), Order.Market(-1)));

        Assert.Equal((101.5, 98.5), (trade.EntryPrice, trade.ExitPrice));
    }

    [Fact]
    public void StopOrdersPayThemToo()
    {
        var trade = Assert.Single(Run(new CostTerms { Spread = 2 }, Order.Market(1), Order.Stop(-1, 95)));

        Assert.Equal((101, 94), (trade.EntryPrice, trade.ExitPrice));
    }

    [Fact]
    public void AMarketOrderMovesThePriceByItsShareOfTheVolume()
    {
        var trade = Assert.Single(Run(new CostTerms { VolumeImpact = 0.25 }, Order.Market(50), Order.Market(-50), capital: 1e6));

        // 50 of 1000: 0.25 x 0.05^2 = 0.0625 %.
        Assert.Equal(100.0625, trade.EntryPrice, 12);
        Assert.Equal(99.9375, trade.ExitPrice, 12);
    }

    [Fact]
    public void ALimitOrderThatRestsIsAMakersAndPaysNoSpread()
    {
        var trade = Assert.Single(Run(Maker, Order.Limit(1, 95), Order.Market(-1)));

        Assert.Equal((95, 99), (trade.EntryPrice, trade.ExitPrice));
        Assert.Equal(95 * 0.01, trade.EntryFee, 12);
        Assert.Equal(99 * 0.02, trade.ExitFee, 12);
    }

    [Fact]
    public void ALimitOrderThatTheMarketHasPassedAtOnceIsATakers()
    {
        var trade = Assert.Single(Run(Maker, Order.Limit(1, 105)));

        Assert.Equal((100, 2), (trade.EntryPrice, trade.EntryFee));
    }

    [Fact]
    public void ALimitOrderThatAGapPassesLaterHasRested()
    {
        var trade = Assert.Single(Run(Maker, Order.Limit(1, 82)));

        Assert.Equal((3, 80, 0.8), (trade.EntryBar, trade.EntryPrice, trade.EntryFee));
    }

    [Fact]
    public void ATakeProfitOfTheRulesIsAMakersAndAStopATakers()
    {
        var account = Account(new TradingCosts(0.02) { Terms = Maker }, 1000);
        var target = Assert.Single(Signals(account, new TradingRules { TakeProfit = 0.05 }, [0], []));
        var stop = Assert.Single(Signals(account, new TradingRules { StopLoss = 0.05 }, [0], []));

        // Bought at 101: the target is 106.05, the stop 95.95, which half the spread makes 94.95.
        Assert.Equal(106.05, target.ExitPrice, 12);
        Assert.Equal(0.01, target.ExitFee / (target.Quantity * target.ExitPrice), 12);
        Assert.Equal(94.95, stop.ExitPrice, 12);
        Assert.Equal(0.02, stop.ExitFee / (stop.Quantity * stop.ExitPrice), 12);
    }

    [Fact]
    public void ATierCountsOnceItsValueWasTraded()
    {
        var terms = new CostTerms { Tiers = [new(150, 0.01)] };

        var trades = Run(terms, Order.Market(1), Order.Market(-1), Order.Market(1));

        // 100 and 200 are traded before the second and the third fill.
        Assert.Equal((2, 2), (trades[0].EntryFee, trades[0].ExitFee));
        Assert.Equal(0.8, trades[1].EntryFee, 12);
    }

    [Fact]
    public void AMinimumIsPaidOfTheSameCash()
    {
        var account = Account(new TradingCosts(0.001) { Terms = new CostTerms { Minimum = 10 } }, 1000);

        var trade = Assert.Single(Signals(account, TradingRules.None, [0], [1]));

        Assert.Equal((9.9, 10, 10), (trade.Quantity, trade.EntryFee, trade.ExitFee));
    }

    [Fact]
    public void WhateverItCostsNoCashIsMissingAndTheBooksAddUp() =>
        Gen.Select(RandomMarket.Any, RandomCosts.Any, Gen.Enum<FillTime>(), RandomRules.Any, Gen.Bool).Sample(
            (market, costs, fill, rules, ruled) =>
            {
                var (slice, simulation) = (market.Slice(), new SignalSimulation());
                var account = new AccountSettings(10_000, costs, fill, 252, 0);

                var metrics = simulation.Run(slice, market.Signals(), account, ruled ? rules : TradingRules.None);

                var cash = account.Capital;
                foreach (var trade in simulation.Trades)
                {
                    cash -= trade.Quantity * trade.EntryPrice + trade.EntryFee;
                    Assert.True(cash >= -1e-6, $"cash is {cash}");
                    if (!trade.IsOpen) cash += trade.Quantity * trade.ExitPrice - trade.ExitFee;
                    else cash += trade.Quantity * slice.Close[^1];
                }

                Assert.Equal(1, (cash - metrics.FinalEquity) / account.Capital + 1, 1e-9);
            },
            iter: 2000);

    [Fact]
    public void ARunThatIsCutAnywhereKnowsItsTier() => Gen.Select(RandomMarket.Any, RandomCosts.Any, Gen.Double.Unit).Sample(
        (market, costs, cut) =>
        {
            var (slice, account) = (market.Slice(), new AccountSettings(10_000, costs, FillTime.NextOpen, 252, 0, Direction.Both));
            BarSimulation whole = new(), first = new(), second = new();
            var expected = whole.Run(slice, new RandomTrader(market.Seed), new ParameterSet([]), account, TradingRules.None);

            first.Begin(slice, new RandomTrader(market.Seed), new ParameterSet([]), account, TradingRules.None);
            first.Advance((int)(cut * slice.Count));
            second.Begin(slice, new RandomTrader(market.Seed), new ParameterSet([]), account, TradingRules.None);
            second.Restore(first.Save());
            second.Advance(slice.Count);

            Assert.Equal(expected, second.Finish());
        },
        iter: 1000);

    private static CostTerms Maker => new() { MakerRate = 0.01, Spread = 2 };

    private static BarSlice Slice()
    {
        double[] Column(int at) => [.. Bars.Select(bar => bar[at])];
        return new BarSlice(ExampleBars.Of(Column(0), Column(1), Column(2), Column(3), Column(4)));
    }

    private static AccountSettings Account(TradingCosts costs, double capital) => new(capital, costs, FillTime.NextOpen, 252, 0);

    private static IReadOnlyList<Trade> Signals(AccountSettings account, TradingRules rules, int[] entries, int[] exits)
    {
        var (slice, signals, simulation) = (Slice(), new SignalColumns(), new SignalSimulation());
        signals.Reset(slice.Count);
        foreach (var bar in entries) signals.Entries[bar] = true;
        foreach (var bar in exits) signals.Exits[bar] = true;
        simulation.Run(slice, signals, account, rules);
        return simulation.Trades;
    }

    /// <summary>Places an order a bar; 2 % commission.</summary>
    private static IReadOnlyList<Trade> Run(CostTerms terms, Order first, Order? second = null, Order? third = null, double capital = 10_000)
    {
        var simulation = new BarSimulation();
        simulation.Run(
            Slice(), new Script([first, second, third]), new ParameterSet([]), Account(new TradingCosts(0.02) { Terms = terms }, capital),
            TradingRules.None);
        return simulation.Trades;
    }

    private sealed class Script(Order?[] orders) : IBarStrategy
    {
        public StrategyDeclaration Declaration { get; } = new("script", 1, "By script.", "none", []);

        public int WarmUp(ParameterSet parameters) => 0;

        public void Begin(ParameterSet parameters) { }

        public void OnBar(in BarHistory bars, Portfolio portfolio, OrderTicket ticket)
        {
            if (bars.Bar < orders.Length && orders[bars.Bar] is { } order) ticket.Place(in order);
        }

        public void Persist(StateCodec state) { }
    }
}
