using Backtest.Engine.Market;
using Backtest.Engine.Rules;
using Backtest.Engine.Signals;

namespace Backtest.Engine.Studies;

/// <summary>A study joined with what it names: the bars of each data set and the code of each strategy.</summary>
/// <param name="Definition">What the study file says.</param>
/// <param name="Series">The bars of each data set, in the definition's order.</param>
/// <param name="Strategies">The strategy of each entry, in the definition's order.</param>
public sealed record Study(
    StudyDefinition Definition, IReadOnlyList<BarSeries> Series, IReadOnlyList<StrategyDefinition> Strategies)
{
    /// <summary>The strategy of each entry, with the rules that the entry gives values as further parameters.</summary>
    public IReadOnlyList<StrategyDefinition> Strategies { get; init; } = RuleParameters.Join(Definition, Strategies);
}
