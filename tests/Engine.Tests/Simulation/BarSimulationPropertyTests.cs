using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Simulation;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Simulation;

/// <summary>What holds in every market for every mix of orders and rules.</summary>
public sealed class BarSimulationPropertyTests
{
    private const long Scenarios = 1000;
    private static readonly ParameterSet NoParameters = new([]);

    private static readonly Gen<TradingRules> AnyRules = Gen.Select(
        RandomRules.Any, Gen.OneOf(0, 0.001, 0.02), Gen.Bool,
        (rules, volume, none) => none ? TradingRules.None : rules with { VolumeLimit = volume });

    [Fact]
    public void EquityIsCashAndPositionAtEveryCloseAndTheBooksAddUp() => Gen.Select(RandomMarket.Any, RandomMarket.AnyAccount, AnyRules).Sample(
        (market, account, rules) =>
        {
            var (slice, trader, simulation) = (market.Slice(), new RandomTrader(market.Seed), new BarSimulation());
            var equity = new double[slice.WindowCount];

            var metrics = simulation.Run(slice, trader, NoParameters, account, rules, equity);

            for (var bar = slice.First; bar < slice.Count; bar++)
            {
                var (cash, quantity, seen) = trader.Seen[bar];
                Assert.Equal(quantity * slice.Close[bar] + cash, seen);
                if (account.Fill == FillTime.NextOpen) Assert.Equal(seen, equity[bar - slice.First]);
                Assert.True(account.Direction != Direction.Long || quantity >= 0, "short");
                Assert.True(account.Direction != Direction.Short || quantity <= 0, "long");
            }

            var trades = simulation.Trades;
            var closed = trades.Where(trade => !trade.IsOpen).Sum(trade => trade.NetResult);
            var open = trades.Where(trade => trade.IsOpen).Sum(trade => trade.Quantity * (slice.Close[^1] - trade.EntryPrice) - trade.EntryFee);
            Assert.Equal(1, (account.Capital + closed + open - metrics.FinalEquity) / account.Capital + 1, 1e-9);
            Assert.Equal(1, (trades.Sum(trade => trade.EntryFee + trade.ExitFee) - metrics.FeesPaid) / account.Capital + 1, 1e-9);
            Assert.Equal(equity[^1], metrics.FinalEquity);
            Assert.Equal((trades.Count, trades.Count(trade => !trade.IsOpen)), (metrics.Trades, metrics.ClosedTrades));
        },
        iter: Scenarios);

    [Fact]
    public void WhatHappensAfterABarChangesNothingBeforeIt() =>
        Gen.Select(RandomMarket.Any, RandomMarket.AnyAccount, AnyRules, Gen.Double.Unit).Sample(
            (market, account, rules, cut) =>
            {
                var slice = market.Slice();
                var end = slice.First + 1 + (int)(cut * (slice.WindowCount - 1));
                var past = new BarSlice(slice.Series, 0, slice.First, end);
                BarSimulation whole = new(), part = new();
                double[] wholeEquity = new double[slice.WindowCount], partEquity = new double[past.WindowCount];

                whole.Run(slice, new RandomTrader(market.Seed), NoParameters, account, rules, wholeEquity);
                part.Run(past, new RandomTrader(market.Seed), NoParameters, account, rules, partEquity);

                Assert.Equal(wholeEquity[..partEquity.Length], partEquity);
                Assert.Equal(
                    whole.Trades.Where(trade => !trade.IsOpen && trade.ExitBar < end), part.Trades.Where(trade => !trade.IsOpen));
            },
            iter: Scenarios);

    [Fact]
    public void ARunThatIsCutAnywhereGoesOnAsIfItHadNotBeen() =>
        Gen.Select(RandomMarket.Any, RandomMarket.AnyAccount, AnyRules, Gen.Double.Unit).Sample(
            (market, account, rules, cut) =>
            {
                var slice = market.Slice();
                BarSimulation whole = new(), first = new(), second = new();
                var expected = whole.Run(slice, new RandomTrader(market.Seed), NoParameters, account, rules);

                first.Begin(slice, new RandomTrader(market.Seed), NoParameters, account, rules);
                first.Advance((int)(cut * slice.Count));
                second.Begin(slice, new RandomTrader(market.Seed), NoParameters, account, rules);
                second.Restore(first.Save());
                second.Advance(slice.Count);

                Assert.Equal(expected, second.Finish());
                Assert.Equal(whole.Trades, second.Trades);
                Assert.Equal(whole.Log.Rejections, second.Log.Rejections);
            },
            iter: Scenarios);

    [Fact]
    public void AnotherUnitOfMoneyChangesNothingThatIsNoMoney() =>
        Gen.Select(RandomMarket.Any, RandomMarket.AnyAccount, AnyRules, Gen.Int[-12, 12]).Sample(
            (market, account, rules, exponent) =>
            {
                var scale = Math.Pow(2, exponent);
                var scaledAccount = account with
                {
                    Capital = account.Capital * scale,
                    Costs = account.Costs with { CommissionPerFill = account.Costs.CommissionPerFill * scale },
                };
                var scaledRules = rules.Sizing == PositionSizing.Cash ? rules with { PositionSize = rules.PositionSize * scale } : rules;
                BarSimulation simulation = new(), scaledSimulation = new();

                var metrics = simulation.Run(market.Slice(), new RandomTrader(market.Seed), NoParameters, account, rules);
                var scaled = scaledSimulation.Run(market.Slice(scale), new RandomTrader(market.Seed), NoParameters, scaledAccount, scaledRules);

                Assert.Equal(
                    metrics with
                    {
                        Expectancy = metrics.Expectancy * scale,
                        FeesPaid = metrics.FeesPaid * scale,
                        FinalEquity = metrics.FinalEquity * scale,
                    },
                    scaled);
                Assert.Equal(simulation.Trades.Select(trade => trade.Quantity), scaledSimulation.Trades.Select(trade => trade.Quantity));
            },
            iter: Scenarios);

    [Fact]
    public void NothingIsAllocatedForABar()
    {
        var (market, account) = (new RandomMarket(20_000, 0, 3), new AccountSettings(10_000, new TradingCosts(0.001), FillTime.NextOpen, 252, 0));
        var (slice, signals, simulation) = (market.Slice(), market.Signals(), new BarSimulation());
        var (strategy, rules) = (new PlayedSignals(signals), new TradingRules { StopLoss = 0.02, TrailingStop = 0.03 });
        simulation.Run(slice, strategy, NoParameters, account, rules);
        Assert.True(simulation.Trades.Count > 100);

        var before = GC.GetAllocatedBytesForCurrentThread();
        simulation.Run(slice, strategy, NoParameters, account, rules);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void AStateOfAnotherStrategyIsRefused()
    {
        var market = new RandomMarket(50, 0, 3);
        var account = new AccountSettings(10_000, new TradingCosts(), FillTime.NextOpen, 252, 0);
        BarSimulation saved = new(), other = new();
        saved.Begin(market.Slice(), new RandomTrader(1), NoParameters, account, TradingRules.None);
        saved.Advance(20);
        other.Begin(market.Slice(), new PlayedSignals(market.Signals()), NoParameters, account, TradingRules.None);

        Assert.Throws<ArgumentException>(() => other.Restore(saved.Save()));
    }
}
