using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Numerics;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Simulation;

/// <summary>What holds in every portfolio for every mix of orders, rules and terms.</summary>
public sealed class PortfolioSimulationPropertyTests
{
    private const long Scenarios = 1000;
    private static readonly ParameterSet NoParameters = new([]);

    private static readonly Gen<TradingRules> AnyRules = Gen.Select(
        RandomRules.Any, Gen.OneOf(0, 0.001, 0.02), Gen.Bool,
        (rules, volume, none) => none ? TradingRules.None : rules with { VolumeLimit = volume });

    private static readonly Gen<AccountSettings> AnyAccount = Gen.Select(
        RandomMarket.AnyAccount,
        Gen.OneOf(1.0, 1.0, 2.0, 5.0),
        Gen.OneOf(0.0, 0.05, 0.15),
        Gen.Bool,
        Gen.Select(Gen.OneOf(0, 0.03, 0.5), Gen.OneOf(0, 0.08), Gen.OneOf(-1, 0, 1)),
        (account, leverage, margin, called, rates) => account with
        {
            Terms = new AccountTerms
            {
                Leverage = leverage,
                MaintenanceMargin = called ? margin : null,
                BorrowRate = rates.Item1,
                InterestRate = rates.Item2,
                Funding = rates.Item3 == 0 ? null : new FundingRates(rates.Item3 * 0.0005, TimeSpan.FromHours(8)),
            },
        });

    [Fact]
    public void APortfolioOfOneSymbolGivesTheBitsOfThatSymbol() => Gen.Select(RandomMarket.Any, RandomMarket.AnyAccount, AnyRules).Sample(
        (market, account, rules) =>
        {
            var one = market.Slice();
            var timeline = PortfolioBars.Join("one", [one.Series]);
            var portfolio = new BarSlice(timeline, 0, one.First, timeline.Count);
            var signals = market.Signals();

            Same(one, portfolio, account, rules, () => new RandomTrader(market.Seed));
            Same(one, portfolio, account, rules, () => new PlayedSignals(signals));
        },
        iter: Scenarios);

    [Fact]
    public void EquityIsCashAndAllPositionsAtEveryCloseAndTheBooksAddUp() =>
        Gen.Select(RandomPortfolio.Any, AnyAccount, AnyRules).Sample(
            (market, account, rules) =>
            {
                var (slice, trader, simulation) = (market.Slice(), new RandomPortfolioTrader(market.Seed), new PortfolioSimulation());
                var (equity, terms) = (new double[slice.WindowCount], market.Terms);

                var metrics = simulation.Run(slice, trader, NoParameters, account, rules, equity);

                for (var bar = 0; bar < slice.Count; bar++)
                {
                    var seen = trader.Seen[bar];
                    var held = Enumerable.Range(0, market.Symbols).Where(at => seen.Quantity[at] != 0)
                        .Select(at => seen.Quantity[at] * seen.Price[at] * Rate(terms[at], slice.CloseTimes[bar])).ToArray();
                    Near.Equal(seen.Cash + held.Sum(), seen.Equity, "equity");
                    Near.Equal(held.Sum(Math.Abs), seen.Gross, "gross");
                    if (bar >= slice.First && account.Fill == FillTime.NextOpen) Assert.Equal(seen.Equity, equity[bar - slice.First]);
                }

                var (trades, last) = (simulation.Trades, trader.Seen[^1].Price);
                var closed = trades.Where(trade => !trade.IsOpen).Sum(trade => trade.NetResult);
                var open = trades.Where(trade => trade.IsOpen)
                    .Sum(trade => trade.Quantity * (last[trade.Symbol] - trade.EntryPrice) - trade.EntryFee + trade.Carry);
                var interest = simulation.Carry.Interest;
                Near.Equal(1, (account.Capital + closed + open + interest - metrics.FinalEquity) / account.Capital + 1, "capital and trades");
                if (terms.All(term => term.Rates is null)) Near.Equal(
                    1, (trades.Sum(trade => trade.Carry) - simulation.Carry.Total + interest) / account.Capital + 1, "what trades carry");
                Near.Equal(1, (trades.Sum(trade => trade.EntryFee + trade.ExitFee) - metrics.FeesPaid) / account.Capital + 1, "fees");
                Assert.Equal(equity[^1], metrics.FinalEquity);
                Assert.Equal((trades.Count, trades.Count(trade => !trade.IsOpen)), (metrics.Trades, metrics.ClosedTrades));
                Assert.All(trades, trade => Assert.True(trade.EntryBar >= slice.First && (trade.IsOpen || trade.ExitBar >= trade.EntryBar)));
            },
            iter: Scenarios);

    [Fact]
    public void WhatHappensAfterABarChangesNothingBeforeIt() =>
        Gen.Select(RandomPortfolio.Any, AnyAccount, AnyRules, Gen.Double.Unit).Sample(
            (market, account, rules, cut) =>
            {
                var slice = market.Slice();
                var end = slice.First + 1 + (int)(cut * (slice.WindowCount - 1));
                var past = new BarSlice(slice.Series, 0, slice.First, end);
                PortfolioSimulation whole = new(), part = new();
                double[] wholeEquity = new double[slice.WindowCount], partEquity = new double[past.WindowCount];

                whole.Run(slice, new RandomPortfolioTrader(market.Seed), NoParameters, account, rules, wholeEquity);
                part.Run(past, new RandomPortfolioTrader(market.Seed), NoParameters, account, rules, partEquity);

                Assert.Equal(wholeEquity[..partEquity.Length], partEquity);
                Assert.Equal(
                    whole.Trades.Where(trade => !trade.IsOpen && trade.ExitBar < end), part.Trades.Where(trade => !trade.IsOpen));
            },
            iter: Scenarios);

    [Fact]
    public void ARunThatIsCutAnywhereGoesOnAsIfItHadNotBeen() =>
        Gen.Select(RandomPortfolio.Any, AnyAccount, AnyRules, Gen.Double.Unit).Sample(
            (market, account, rules, cut) =>
            {
                var slice = market.Slice();
                PortfolioSimulation whole = new(), first = new(), second = new();
                double[] wholeEquity = new double[slice.WindowCount], equity = new double[slice.WindowCount];
                var expected = whole.Run(slice, new RandomPortfolioTrader(market.Seed), NoParameters, account, rules, wholeEquity);

                first.Begin(slice, new RandomPortfolioTrader(market.Seed), NoParameters, account, rules);
                first.Advance((int)(cut * slice.Count));
                second.Begin(slice, new RandomPortfolioTrader(market.Seed), NoParameters, account, rules, equity);
                second.Restore(first.Save());
                second.Advance(slice.Count);

                Assert.Equal(HashOf(expected), HashOf(second.Finish()));
                Assert.Equal(wholeEquity, equity);
                Assert.Equal(whole.Trades, second.Trades);
                Assert.Equal(whole.Log.Rejections, second.Log.Rejections);
            },
            iter: Scenarios);

    [Fact]
    public void ASimulationThatWasUsedBeforeIsAsGoodAsNew() =>
        Gen.Select(RandomPortfolio.Any, RandomPortfolio.Any, AnyAccount, AnyRules).Sample(
            (first, market, account, rules) =>
            {
                PortfolioSimulation used = new(), fresh = new();
                used.Run(first.Slice(), new RandomPortfolioTrader(first.Seed), NoParameters, account, rules);

                var expected = fresh.Run(market.Slice(), new RandomPortfolioTrader(market.Seed), NoParameters, account, rules);
                var actual = used.Run(market.Slice(), new RandomPortfolioTrader(market.Seed), NoParameters, account, rules);

                Assert.Equal(HashOf(expected), HashOf(actual));
                Assert.Equal(fresh.Trades, used.Trades);
                Assert.Equal(fresh.Log.Rejections, used.Log.Rejections);
            },
            iter: 300);

    [Fact]
    public void NothingIsAllocatedForABar()
    {
        RandomMarket[] markets = [new(20_000, 0, 3), new(20_000, 0, 4), new(20_000, 0, 5)];
        var slice = new BarSlice(PortfolioBars.Join("three", [.. markets.Select(market => market.Slice().Series)]));
        var strategy = new SymbolBySymbol([.. markets.Select(market => new PlayedSignals(market.Signals()))]);
        var account = new AccountSettings(10_000, new TradingCosts(0.001), FillTime.NextOpen, 252, 0);
        var rules = new TradingRules { StopLoss = 0.02, TrailingStop = 0.03, PositionSize = 0.3 };
        var simulation = new PortfolioSimulation();
        simulation.Run(slice, strategy, NoParameters, account, rules);
        Assert.True(simulation.Trades.Count > 100);

        var before = GC.GetAllocatedBytesForCurrentThread();
        simulation.Run(slice, strategy, NoParameters, account, rules);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double Rate(SymbolTerms terms, long time) =>
        terms.Rates is { } rates ? rates.Values[Math.Max(0, rates.IndexAtOrAfter(time + 1) - 1)] : 1;

    private static void Same(
        BarSlice one, BarSlice portfolio, AccountSettings account, TradingRules rules, Func<IBarStrategy> create)
    {
        var (single, shared) = (new BarSimulation(), new PortfolioSimulation());
        double[] singleEquity = new double[one.WindowCount], sharedEquity = new double[one.WindowCount];

        var expected = single.Run(one, create(), NoParameters, account, rules, singleEquity);
        var actual = shared.Run(portfolio, new SymbolBySymbol([create()]), NoParameters, account, rules, sharedEquity);

        Assert.Equal(single.Trades, shared.Trades);
        Assert.Equal(single.Log.Rejections, shared.Log.Rejections);
        Assert.Equal(singleEquity, sharedEquity);
        Assert.Equal(HashOf(expected), HashOf(actual));
    }

    private static Hash128 HashOf(Metrics metrics)
    {
        var hasher = new CanonicalHasher();
        metrics.AppendTo(hasher);
        return hasher.Finish();
    }
}
