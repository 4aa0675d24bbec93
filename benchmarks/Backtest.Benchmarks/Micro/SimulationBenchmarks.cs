using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Numerics;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Strategies;
using BenchmarkDotNet.Attributes;

namespace Backtest.Benchmarks.Micro;

/// <summary>One backtest of sma-cross(10, 50) and its parts, indicators already cached. Times are for one bar.</summary>
[MemoryDiagnoser]
public class SimulationBenchmarks
{
    private const int Bars = 17_520;

    private readonly SignalSimulation _simulation = new();
    private readonly SignalColumns _signals = new();
    private readonly AccountSettings _account = new(10_000, new TradingCosts(0.001), FillTime.NextOpen, 8_760, 0);
    private readonly CanonicalHasher _hasher = new();
    private BarSlice _slice = null!;
    private BacktestRunner _runner = null!;
    private Plan _plan = null!;
    private PlanReader _reader = null!;
    private double[] _fast = [], _slow = [];

    [GlobalSetup]
    public void Setup()
    {
        var series = SyntheticBars.Create("SYN", Timeframe.Hour, Bars, 7);
        var strategy = BuiltInStrategies.Find("sma-cross")!;
        var definition = new StudyDefinition(
            "one", [new DataSource("SYN", "", Timeframe.Hour)], [new StrategyEntry("sma-cross", null, [], null)], [Window.All])
        {
            Costs = _account.Costs,
        };
        _plan = new Plan(new Study(definition, [series], [strategy]));
        _runner = new BacktestRunner(_plan, new ColumnCache());
        _reader = _plan.CreateReader();
        _slice = new BarSlice(series);
        (_fast, _slow) = (new double[Bars], new double[Bars]);
        Strategies.Indicators.SimpleMovingAverage.Write(series.Close, 10, _fast);
        Strategies.Indicators.SimpleMovingAverage.Write(series.Close, 50, _slow);
        Signals();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Bars)]
    public BacktestResult Backtest() => _runner.Run(0);

    [Benchmark(OperationsPerInvoke = Bars)]
    public void Signals()
    {
        _signals.Reset(Bars);
        Crossings.Write(_fast, _slow, _signals.Entries, _signals.Exits);
    }

    [Benchmark(OperationsPerInvoke = Bars)]
    public Metrics Simulation() => _simulation.Run(_slice, _signals, _account);

    [Benchmark(OperationsPerInvoke = Bars)]
    public PlannedBacktest Key() => _reader.Read(0);

    [Benchmark(OperationsPerInvoke = Bars)]
    public BacktestResult Result() => BacktestResult.Done(default, Metrics.Undefined, _hasher);
}
