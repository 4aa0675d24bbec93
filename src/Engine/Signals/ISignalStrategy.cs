using Backtest.Engine.Parameters;

namespace Backtest.Engine.Signals;

/// <summary>A strategy that decides by columns: for every bar whether to enter and whether to leave the market.
/// An instance keeps no state between calls.</summary>
public interface ISignalStrategy : IStrategy
{
    /// <summary>Sets the bars on which to enter and to leave. A signal at bar t may use bars up to t only.</summary>
    /// <param name="market">The bars and the indicators over them.</param>
    /// <param name="parameters">The parameters; not to be kept.</param>
    /// <param name="signals">Empty columns to fill; not to be kept.</param>
    void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals);
}
