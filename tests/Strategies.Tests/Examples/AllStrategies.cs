using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Engine.Studies;

namespace Backtest.Strategies.Tests.Examples;

/// <summary>Small studies of all built-in strategies.</summary>
internal static class AllStrategies
{
    /// <summary>The strategies that decide by columns.</summary>
    public static IReadOnlyList<StrategyDefinition> Signals { get; } =
        [.. BuiltInStrategies.All.Where(strategy => strategy.Create() is ISignalStrategy)];

    /// <summary>The strategies that trade two symbols together.</summary>
    public static IReadOnlyList<StrategyDefinition> Pairs { get; } =
        [.. BuiltInStrategies.All.Where(strategy => strategy.Create() is IPortfolioStrategy)];

    /// <summary>Every strategy of pairs on two symbols of synthetic bars.</summary>
    public static Study PairStudy()
    {
        BarSeries[] symbols =
        [
            SyntheticBars.Create("A", Timeframe.Day, 700, 1),
            SyntheticBars.Create("B", Timeframe.Day, 650, 2),
        ];
        var study = Study([PortfolioBars.Join("pair", symbols)], Pairs);
        return study with { Definition = study.Definition with { Direction = Direction.Both } };
    }

    /// <summary>Every strategy of columns with its defaults, half and twice of them, over all bars and over a window with a warm-up.</summary>
    public static Study Study(IReadOnlyList<BarSeries> series) => Study(series, Signals);

    private static Study Study(IReadOnlyList<BarSeries> series, IReadOnlyList<StrategyDefinition> strategies)
    {
        var from = series[0].CloseTimes[series[0].Count / 2];
        var definition = new StudyDefinition(
            "all-strategies",
            [.. series.Select((bars, at) => new DataSource(bars.Symbol, $"{at}.csv", bars.Timeframe))],
            [.. strategies.Select(strategy => Entry(strategy.Declaration.Name, strategy.Declaration.Parameters))],
            [Window.All, new Window("second half", from, null)])
        {
            Costs = new TradingCosts(0.001, 1, 0.0005),
            RiskFreeRate = 0.01,
        };
        return new Study(definition, series, strategies);
    }

    private static StrategyEntry Entry(string name, IReadOnlyList<ParameterDeclaration> parameters) => new(
        name, null, [.. parameters.Take(1).Select(parameter => new ParameterAxis(parameter.Name, Around(parameter.Default.Number)))], null);

    private static ParameterValue[] Around(double value) => [new(Math.Floor(value / 2)), new(value), new(value * 2)];
}
