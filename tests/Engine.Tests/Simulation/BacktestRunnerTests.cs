using Backtest.Engine.Execution;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Simulation;

public sealed class BacktestRunnerTests
{
    [Theory]
    [InlineData("throw", "System.InvalidOperationException", "lag 1")]
    [InlineData("warm-up", "System.InvalidOperationException", "no warm-up")]
    [InlineData("mute", "Backtest.Engine.Tests.Examples.LagStrategy+MuteException", "")]
    public void AStrategysExceptionIsAFailedResultOfItsOwn(string mode, string type, string message)
    {
        var runner = new BacktestRunner(new Plan(ExampleStudy.Of(mode: mode)), new ColumnCache());

        var result = runner.Run(0);

        Assert.Equal((ResultStatus.Failed, Metrics.Undefined), (result.Status, result.Metrics));
        Assert.Equal((type, message), (result.Error!.Type, result.Error.Message));
        Assert.Contains(nameof(LagStrategy), result.Error.Stack, StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => runner.Replay(0));
    }

    [Theory]
    [InlineData("greedy")]
    [InlineData("negative")]
    public void AWarmUpThatCannotBeHadIsNoFailure(string mode)
    {
        var study = ExampleStudy.Of(mode: mode).With(definition => definition with { Windows = [ExampleStudy.Bars(50, 80)] });

        Assert.Equal(ResultStatus.Done, new BacktestRunner(new Plan(study), new ColumnCache()).Run(0).Status);
    }

    [Fact]
    public void AReplayIsTheRunWithItsTradesAndItsEquity()
    {
        var runner = new BacktestRunner(new Plan(ExampleStudy.Of()), new ColumnCache());
        var result = runner.Run(2);

        var (backtest, metrics, equity) = runner.Replay(2);

        Assert.Equal((result.Key, result.Metrics), (backtest.Key, metrics));
        Assert.Equal((metrics.Bars, metrics.FinalEquity), (equity.Length, equity[^1]));
        Assert.Equal(metrics.Trades, runner.Trades.Count);
    }

    [Fact]
    public void StagesAreReportedInTheirOrder()
    {
        var stages = new List<RunStage>();
        var runner = new BacktestRunner(new Plan(ExampleStudy.Of()), new ColumnCache(), stages.Add);

        runner.Run(0);

        Assert.Equal([RunStage.Plan, RunStage.Signals, RunStage.Simulation, RunStage.Result], stages);
    }

    [Fact]
    public void ResultsDoNotDependOnTheOrderTheWorkerOrTheCache()
    {
        var plan = new Plan(Study());
        var expected = Run(new BacktestRunner(plan, new ColumnCache()), Enumerable.Range(0, (int)plan.Count));
        Assert.Equal(2, expected.Select(result => result.Status).Distinct().Count());

        Gen.Select(Gen.Shuffle(Enumerable.Range(0, (int)plan.Count).ToArray()), Gen.Int[1, 4], Gen.OneOf(0L, 800, 5000, 1L << 28)).Sample(
            (order, workers, cacheBytes) =>
            {
                var cache = new ColumnCache(cacheBytes);
                var runners = Enumerable.Range(0, workers).Select(_ => new BacktestRunner(plan, cache)).ToArray();

                var results = order.Select((index, turn) => (index, Result: runners[turn % workers].Run(index)))
                    .OrderBy(pair => pair.index).Select(pair => pair.Result with { Error = null });

                Assert.Equal(expected, results);
            },
            iter: 50);
    }

    [Fact]
    public async Task WorkersAtTheSameTimeGiveTheSameResults()
    {
        var plan = new Plan(Study());
        var expected = Run(new BacktestRunner(plan, new ColumnCache()), Enumerable.Range(0, (int)plan.Count));
        foreach (var cacheBytes in new[] { 0L, 5000, 1L << 28 })
        {
            var cache = new ColumnCache(cacheBytes);
            var workers = Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
            {
                var mine = Enumerable.Range(0, (int)plan.Count).Where(index => index % 4 == worker);
                return Run(new BacktestRunner(plan, cache), mine);
            }));

            var results = (await Task.WhenAll(workers)).SelectMany(part => part).OrderBy(result => result.Key);

            Assert.Equal(expected.OrderBy(result => result.Key), results);
        }
    }

    private static BacktestResult[] Run(BacktestRunner runner, IEnumerable<int> indices) =>
        [.. indices.Select(index => runner.Run(index) with { Error = null })];

    private static Study Study() => ExampleStudy.Of(
        [
            new StrategyEntry("lag", null, [ExampleStudy.Range("lag", 1, 12), ExampleStudy.Values("mode", "none", "throw")], null),
            new StrategyEntry("other", null, [ExampleStudy.Range("lag", 1, 12)], new Expression("lag > 6")),
        ],
        [ExampleBars.Random(150, 3), ExampleBars.Random(120, 4)],
        Window.All,
        ExampleStudy.Bars(40, 90)).With(definition => definition with { Costs = new TradingCosts(0.001, 1, 0.0005) });
}
