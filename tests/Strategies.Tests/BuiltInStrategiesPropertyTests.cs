using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;
using Backtest.Engine.Tests.Examples;
using Backtest.Strategies.Tests.Examples;
using CsCheck;

namespace Backtest.Strategies.Tests;

/// <summary>What holds for every built-in strategy in every market with every parameter.</summary>
public sealed class BuiltInStrategiesPropertyTests
{
    private static readonly AccountSettings Account = new(10_000, new TradingCosts(0.001, 1, 0.0005), FillTime.NextOpen, 252, 0.01);

    public static TheoryData<string> Names => [.. AllStrategies.Signals.Select(strategy => strategy.Declaration.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheFutureChangesNoSignalNoTradeAndNoEquityOfThePast(string name)
    {
        var strategy = (ISignalStrategy)BuiltInStrategies.Find(name)!.Create();
        Gen.Select(Gen.Int[1, 250], Gen.ULong, Decisions.Parameters(strategy), Gen.Double.Unit).Sample(
            (count, seed, parameters, share) =>
            {
                var (bars, end) = (ExampleBars.Random(count, seed), 1 + (int)(share * (count - 1)));

                var whole = Run(strategy, parameters, bars);
                var past = Run(strategy, parameters, bars.Until(end));

                Assert.Equal(whole.Signals.Entries.Bars().Where(bar => bar < end), past.Signals.Entries.Bars());
                Assert.Equal(whole.Signals.Exits.Bars().Where(bar => bar < end), past.Signals.Exits.Bars());
                Assert.Equal(whole.Equity.Take(end), past.Equity);
                Assert.Equal(whole.Trades.Where(trade => trade.EntryBar < end).Select(trade => (trade.EntryBar, trade.Quantity)),
                    past.Trades.Select(trade => (trade.EntryBar, trade.Quantity)));
                Assert.Equal(whole.Trades.Where(trade => !trade.IsOpen && trade.ExitBar < end), past.Trades.Where(trade => !trade.IsOpen));
            },
            iter: 150);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnotherUnitOfMoneyChangesNoDecision(string name)
    {
        var strategy = (ISignalStrategy)BuiltInStrategies.Find(name)!.Create();
        Gen.Select(Gen.Int[1, 250], Gen.ULong, Decisions.Parameters(strategy), Gen.Int[-10, 10]).Sample(
            (count, seed, parameters, exponent) =>
            {
                var signals = Decisions.Of(strategy, parameters, new BarSlice(ExampleBars.Random(count, seed)));

                var scaled = Decisions.Of(strategy, parameters, new BarSlice(ExampleBars.Random(count, seed, Math.Pow(2, exponent))));

                Assert.Equal(signals.Entries.Bars(), scaled.Entries.Bars());
                Assert.Equal(signals.Exits.Bars(), scaled.Exits.Bars());
            },
            iter: 100);
    }

    [Theory]
    [InlineData("sma-cross")]
    [InlineData("bollinger-breakout")]
    [InlineData("donchian-breakout")]
    public void AMarketThatHasFallenAsleepGivesNoSignal(string name)
    {
        var strategy = (ISignalStrategy)BuiltInStrategies.Find(name)!.Create();
        Gen.Select(Gen.Double[0.01, 1000].Array[0, 50], Gen.Double[0.01, 1000], Decisions.Parameters(strategy)).Sample(
            (before, price, parameters) =>
            {
                var asleep = before.Length + strategy.WarmUp(parameters) - 1;
                var bars = ExampleBars.Of([.. before, .. Enumerable.Repeat(price, asleep + 50)]);

                var signals = Decisions.Of(strategy, parameters, new BarSlice(bars));

                Assert.DoesNotContain(signals.Entries.Bars(), bar => bar >= asleep);
                Assert.DoesNotContain(signals.Exits.Bars(), bar => bar >= asleep);
            },
            iter: 500);
    }

    [Fact]
    public void ResultsDoNotDependOnTheOrderTheWorkerOrTheCache()
    {
        var plan = new Plan(AllStrategies.Study([ExampleBars.Random(400, 3), ExampleBars.Random(300, 4)]));
        var alone = new BacktestRunner(plan, new ColumnCache());
        var expected = Enumerable.Range(0, (int)plan.Count).Select(index => alone.Run(index)).ToArray();
        Assert.All(expected, result => Assert.Equal(ResultStatus.Done, result.Status));

        Gen.Select(Gen.Shuffle(Enumerable.Range(0, (int)plan.Count).ToArray()), Gen.Int[1, 3], Gen.OneOf(0L, 4000, 20_000, 1L << 28)).Sample(
            (order, workers, cacheBytes) =>
            {
                var cache = new ColumnCache(cacheBytes);
                var runners = Enumerable.Range(0, workers).Select(_ => new BacktestRunner(plan, cache)).ToArray();

                var results = order.Select((index, turn) => (index, Result: runners[turn % workers].Run(index))).OrderBy(pair => pair.index);

                Assert.Equal(expected, results.Select(pair => pair.Result));
            },
            iter: 20);
    }

    private static (SignalColumns Signals, IReadOnlyList<Trade> Trades, double[] Equity) Run(
        ISignalStrategy strategy, ParameterSet parameters, BarSeries bars)
    {
        var (slice, simulation) = (new BarSlice(bars), new SignalSimulation());
        var (signals, equity) = (Decisions.Of(strategy, parameters, slice), new double[slice.WindowCount]);
        simulation.Run(slice, signals, Account, equity);
        return (signals, simulation.Trades, equity);
    }
}
