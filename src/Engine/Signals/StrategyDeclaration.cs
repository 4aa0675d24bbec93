using Backtest.Engine.Parameters;

namespace Backtest.Engine.Signals;

/// <summary>What a strategy says about itself.</summary>
/// <param name="Name">The name used in a study file: lower case, words joined by hyphens.</param>
/// <param name="Version">A number that is raised when the strategy's decisions change; it is part of a backtest's key.</param>
/// <param name="Summary">When it enters and leaves the market, in one sentence.</param>
/// <param name="Source">Where the rule was published.</param>
/// <param name="Parameters">The parameters, in the order of a plan's enumeration.</param>
public sealed record StrategyDeclaration(
    string Name,
    int Version,
    string Summary,
    string Source,
    IReadOnlyList<ParameterDeclaration> Parameters);
