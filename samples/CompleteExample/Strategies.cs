using Backtest.Engine.Signals;
using Backtest.Engine.Studies;
using Backtest.Strategies;

namespace CompleteExample;

/// <summary>Many strategies of one kind: the code, and the values that its parameters take.</summary>
/// <param name="Strategy">The code.</param>
/// <param name="Entry">The values, as a grid: nothing is built until it is run.</param>
/// <param name="Limit">How many sets of values to take, from the first on.</param>
public sealed record StrategyGrid(StrategyDefinition Strategy, StrategyEntry Entry, long Limit);

/// <summary>Builds strategies.</summary>
public static class Strategies
{
    /// <summary>Crosses of a fast and a slow moving average.</summary>
    /// <param name="fastest">The longest fast average, in bars.</param>
    /// <param name="slowest">The longest slow average, in bars.</param>
    /// <param name="count">How many; the first of the grid.</param>
    public static StrategyGrid SmaCrosses(int fastest, int slowest, int count)
    {
        var strategy = BuiltInStrategies.Find("sma-cross")!;
        var entry = new StrategyEntry(
            strategy.Declaration.Name,
            Assembly: null,
            [new ParameterAxis("fast", 2, fastest, step: 1), new ParameterAxis("slow", 3, slowest, step: 1)],
            new Expression("fast < slow"));
        return new StrategyGrid(strategy, entry, count);
    }
}
