using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Strategies.BuiltIn;

namespace Backtest.Benchmarks.Engines;

/// <summary>One thing to measure.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Run">Runs one backtest; its trades show that it traded.</param>
internal sealed record EngineCase(string Name, Func<Metrics> Run);

/// <summary>Backtests over equally many bars of all symbols together, one on each engine.</summary>
internal static class EngineCases
{
    /// <summary>Bars of all symbols together.</summary>
    public const int SymbolBars = 100_000;

    private static readonly AccountSettings Account = new(10_000, new TradingCosts(0.001), FillTime.NextOpen, 8_760, 0);
    private static readonly ParameterSet NoParameters = new([]);

    /// <summary>The first is the signal engine, which the others stand against.</summary>
    public static IReadOnlyList<EngineCase> All()
    {
        var one = new BarSlice(SyntheticBars.Create("S0", Timeframe.Hour, SymbolBars, 0));
        return
        [
            Signals("signals: sma-cross", one, TradingRules.None),
            Signals("signals: sma-cross with stop-loss and take-profit", one, new TradingRules { StopLoss = 0.02, TakeProfit = 0.03 }),
            Signals("signals: sma-cross with a trailing stop", one, new TradingRules { TrailingStop = 0.02 }),
            Bars("bar by bar: market orders, 1 symbol", one, new Rotation()),
            Bars("bar by bar: stop orders, 1 symbol", one, new RestingOrders(brackets: false)),
            Bars("bar by bar: brackets, 1 symbol", one, new RestingOrders(brackets: true)),
            Portfolio("portfolio: market orders, 1 symbol", 1),
            Portfolio("portfolio: market orders, 5 symbols", 5),
            Portfolio("portfolio: market orders, 50 symbols", 50),
        ];
    }

    private static EngineCase Signals(string name, BarSlice slice, TradingRules rules)
    {
        var (cross, simulation, columns) = (new SmaCross(), new SignalSimulation(), new SignalColumns());
        var (market, parameters) = (new MarketView(slice, new ColumnCache()), new ParameterSet(new SmaCross().Declaration.Parameters));
        return new EngineCase(name, () =>
        {
            columns.Reset(slice.Count);
            cross.WriteSignals(market, parameters, columns);
            return simulation.Run(slice, columns, Account, rules);
        });
    }

    private static EngineCase Bars(string name, BarSlice slice, IBarStrategy strategy)
    {
        var simulation = new BarSimulation();
        return new EngineCase(name, () => simulation.Run(slice, strategy, NoParameters, Account, TradingRules.None));
    }

    private static EngineCase Portfolio(string name, int symbols)
    {
        var (simulation, strategy) = (new PortfolioSimulation(), new Rotation());
        var slice = new BarSlice(PortfolioBars.Join("SYN", [.. Enumerable.Range(0, symbols).Select(symbol =>
            SyntheticBars.Create($"S{symbol}", Timeframe.Hour, SymbolBars / symbols, (ulong)symbol))]));
        return new EngineCase(name, () => simulation.Run(slice, strategy, NoParameters, Account, TradingRules.None));
    }
}
