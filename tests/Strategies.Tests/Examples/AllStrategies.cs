using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Studies;

namespace Backtest.Strategies.Tests.Examples;

/// <summary>A small study of all built-in strategies.</summary>
internal static class AllStrategies
{
    /// <summary>Every strategy with its defaults and with half and twice of them, over all bars and over a window with a warm-up.</summary>
    public static Study Study(IReadOnlyList<BarSeries> series)
    {
        var from = series[0].CloseTimes[series[0].Count / 2];
        var definition = new StudyDefinition(
            "all-strategies",
            [.. series.Select((bars, at) => new DataSource(bars.Symbol, $"{at}.csv", bars.Timeframe))],
            [.. BuiltInStrategies.All.Select(strategy => Entry(strategy.Declaration.Name, strategy.Declaration.Parameters))],
            [Window.All, new Window("second half", from, null)])
        {
            Costs = new TradingCosts(0.001, 1, 0.0005),
            RiskFreeRate = 0.01,
        };
        return new Study(definition, series, BuiltInStrategies.All);
    }

    private static StrategyEntry Entry(string name, IReadOnlyList<ParameterDeclaration> parameters) => new(
        name, null, [.. parameters.Take(1).Select(parameter => new ParameterAxis(parameter.Name, Around(parameter.Default.Number)))], null);

    private static ParameterValue[] Around(double value) => [new(Math.Floor(value / 2)), new(value), new(value * 2)];
}
