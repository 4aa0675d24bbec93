using System.Collections.Concurrent;
using Backtest.Actors.Running;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;
using Backtest.Host.Tests.Examples;
using Backtest.Storage.Bars;
using Backtest.Storage.Studies;
using Backtest.Strategies;

namespace Backtest.Host.Tests.Samples;

public sealed class FaultyStrategiesTests : IDisposable
{
    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task ExactlyTheMultiplesFail()
    {
        var failed = new ConcurrentBag<int>();
        var options = new StudyRunOptions
        {
            Store = _terminal.Store,
            Hook = (backtest, run) =>
            {
                var id = backtest.Parameters.Whole("id");
                var result = run();
                if (result.Status == ResultStatus.Failed) failed.Add(id);
                return result;
            },
        };

        var outcome = await StudyRunner.RunAsync(Load(), options);

        Assert.Equal((4950, 50, RunEnd.Finished), (outcome.Done, outcome.Failed, outcome.End));
        Assert.Equal(Enumerable.Range(1, 50).Select(multiple => multiple * 100), failed.Distinct().Order());
    }

    [Fact]
    public async Task ARunThatStopsOnErrorSaysSo()
    {
        var outcome = await StudyRunner.RunAsync(Load(), new StudyRunOptions { Store = _terminal.Store, ContinueOnError = false });

        Assert.Equal(RunEnd.StoppedOnError, outcome.End);
    }

    [Fact]
    public void WhereItIsWellItIsTheMovingAverageCross()
    {
        var bars = BarFile.Read(Path.Combine(Built.Repository, "data", "sp500-2000.csv"), new BarFileOptions("SPX"));
        var cross = Run(bars, BuiltInStrategies.Find("sma-cross")!, []);

        var well = Run(bars, Faulty, [Whole("id", 100), Whole("every", 100), new ParameterAxis("mode", [new ParameterValue("none")])]);
        var between = Run(bars, Faulty, [Whole("id", 101), Whole("every", 100)]);

        Assert.Equal(ResultStatus.Done, cross.Status);
        Assert.Equal(cross.Metrics, well.Metrics);
        Assert.Equal(cross.Metrics, between.Metrics);
    }

    private static StrategyDefinition Faulty =>
        Assert.Single(StrategyAssembly.Load(Built.OfSample("FaultyStrategies", "FaultyStrategies.dll")).Strategies);

    private Study Load() =>
        StudyLoader.Load(StudyFile.Read(Built.StudyOfSample("FaultyStrategies", "faulty.yaml", _terminal.Folder)), BuiltInStrategies.All);

    private static ParameterAxis Whole(string name, int value) => new(name, [new ParameterValue(value)]);

    private static BacktestResult Run(Engine.Market.BarSeries bars, StrategyDefinition strategy, IReadOnlyList<ParameterAxis> axes)
    {
        var entry = new StrategyEntry(strategy.Declaration.Name, null, axes, null);
        var definition = new StudyDefinition("one", [new DataSource("SPX", "", null)], [entry], [Window.All]);
        return new BacktestRunner(new Plan(new Study(definition, [bars], [strategy])), new ColumnCache()).Run(0);
    }
}
