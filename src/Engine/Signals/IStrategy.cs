using Backtest.Engine.Parameters;

namespace Backtest.Engine.Signals;

/// <summary>A strategy of either kind: <see cref="ISignalStrategy"/> decides by columns, <see cref="Bars.IBarStrategy"/> bar by bar.
/// Each worker has an instance of its own.</summary>
public interface IStrategy
{
    /// <summary>Name, parameters and what else there is to know about the strategy.</summary>
    StrategyDeclaration Declaration { get; }

    /// <summary>The number of bars that the strategy needs before its decisions mean anything.</summary>
    int WarmUp(ParameterSet parameters);
}
