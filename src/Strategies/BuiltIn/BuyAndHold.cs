using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Strategies.BuiltIn;

/// <summary>Buys on the first bar and never sells: what every other strategy is compared with.</summary>
public sealed class BuyAndHold : ISignalStrategy
{
    /// <inheritdoc />
    public StrategyDeclaration Declaration { get; } = new(
        "buy-and-hold", 1, "In on the first bar, never out.", "The benchmark of every textbook.", []);

    /// <inheritdoc />
    public int WarmUp(ParameterSet parameters) => 0;

    /// <inheritdoc />
    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals) => signals.Entries[market.First] = true;
}
