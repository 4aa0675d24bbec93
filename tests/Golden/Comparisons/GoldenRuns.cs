using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Strategies;

namespace Backtest.Goldens;

/// <summary>Runs one backtest on the goldens' bars, with their costs, through plan and runner.</summary>
internal static class GoldenRuns
{
    public static (Metrics Metrics, double[] Equity, IReadOnlyList<Trade> Trades) Cross(
        Direction direction, FillTime fill, double fast, double slow) =>
        Run("sma-cross", definition => definition with { Fill = fill, Direction = direction }, ("fast", fast), ("slow", slow));

    public static (Metrics Metrics, double[] Equity, IReadOnlyList<Trade> Trades) Run(
        string strategy, FillTime fill, params (string Name, double Value)[] parameters) =>
        Run(strategy, definition => definition with { Fill = fill }, parameters);

    public static (Metrics Metrics, double[] Equity, IReadOnlyList<Trade> Trades) Run(
        string strategy, Func<StudyDefinition, StudyDefinition> change, params (string Name, double Value)[] parameters)
    {
        var entry = new StrategyEntry(
            strategy, null, [.. parameters.Select(pair => new ParameterAxis(pair.Name, [new ParameterValue(pair.Value)]))], null);
        var definition = new StudyDefinition("golden", [new DataSource("SPX", "sp500", Timeframe.Day)], [entry], [Window.All])
        {
            Costs = new TradingCosts(0.001),
            PeriodsPerYear = 252,
        };
        var study = new Study(change(definition), [Sp500.Bars], [BuiltInStrategies.Find(strategy)!]);
        var runner = new BacktestRunner(new Plan(study), new ColumnCache());
        var (_, metrics, equity) = runner.Replay(0);
        return (metrics, equity, [.. runner.Trades]);
    }
}
