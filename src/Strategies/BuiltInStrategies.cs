using Backtest.Engine.Signals;
using Backtest.Strategies.BuiltIn;

namespace Backtest.Strategies;

/// <summary>The strategies that a study can name without bringing its own code.</summary>
public static class BuiltInStrategies
{
    /// <summary>All of them, in the order in which they are listed.</summary>
    public static IReadOnlyList<StrategyDefinition> All { get; } =
    [
        new(() => new BuyAndHold()),
        new(() => new SmaCross()),
        new(() => new EmaCross()),
        new(() => new Macd()),
        new(() => new RsiReversion()),
        new(() => new BollingerBreakout()),
        new(() => new DonchianBreakout()),
        new(() => new Momentum()),
        new(() => new PairSpread()),
    ];

    /// <summary>The strategy of a name; null where there is none.</summary>
    public static StrategyDefinition? Find(string name) => All.FirstOrDefault(strategy => strategy.Declaration.Name == name);
}
