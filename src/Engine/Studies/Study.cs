using Backtest.Engine.Market;
using Backtest.Engine.Signals;

namespace Backtest.Engine.Studies;

/// <summary>A study joined with what it names: the bars of each data set and the code of each strategy.</summary>
/// <param name="Definition">What the study file says.</param>
/// <param name="Series">The bars of each data set, in the definition's order.</param>
/// <param name="Strategies">The strategy of each entry, in the definition's order.</param>
public sealed record Study(
    StudyDefinition Definition, IReadOnlyList<BarSeries> Series, IReadOnlyList<StrategyDefinition> Strategies);
