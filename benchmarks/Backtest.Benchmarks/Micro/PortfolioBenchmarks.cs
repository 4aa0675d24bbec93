using Backtest.Benchmarks.Engines;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using BenchmarkDotNet.Attributes;

namespace Backtest.Benchmarks.Micro;

/// <summary>A market-order strategy on portfolios, whose symbols are bought and sold every twenty bars by turns, and the same on one symbol alone.
/// Times are for one bar of one symbol.</summary>
[MemoryDiagnoser]
public class PortfolioBenchmarks
{
    private const int SymbolBars = 100_000;
    private readonly PortfolioSimulation _simulation = new();
    private readonly BarSimulation _single = new();
    private readonly Rotation _rotation = new();
    private readonly ParameterSet _parameters = new([]);
    private readonly AccountSettings _account = new(10_000, new TradingCosts(0.001), FillTime.NextOpen, 8_760, 0);
    private readonly BarSlice[] _slices =
    [
        .. new[] { 1, 5, 50 }.Select(symbols => new BarSlice(PortfolioBars.Join("SYN", [.. Enumerable.Range(0, symbols).Select(symbol =>
            SyntheticBars.Create($"S{symbol}", Timeframe.Hour, SymbolBars / symbols, (ulong)symbol))]))),
    ];

    private readonly BarSlice _one = new(SyntheticBars.Create("S0", Timeframe.Hour, SymbolBars, 0));

    [Benchmark(Baseline = true, OperationsPerInvoke = SymbolBars)]
    public Metrics OneSymbolAlone() => _single.Run(_one, _rotation, _parameters, _account, TradingRules.None);

    [Benchmark(OperationsPerInvoke = SymbolBars)]
    public Metrics PortfolioOf1() => Run(0);

    [Benchmark(OperationsPerInvoke = SymbolBars)]
    public Metrics PortfolioOf5() => Run(1);

    [Benchmark(OperationsPerInvoke = SymbolBars)]
    public Metrics PortfolioOf50() => Run(2);

    private Metrics Run(int slice) => _simulation.Run(_slices[slice], _rotation, _parameters, _account, TradingRules.None);
}
