using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Strategies.Indicators;

namespace Backtest.Strategies.BuiltIn;

/// <summary>In where the close is above the highest high of the bars before it, out where it is below their lowest low.</summary>
public sealed class DonchianBreakout : ISignalStrategy
{
    /// <inheritdoc />
    public StrategyDeclaration Declaration { get; } = new(
        "donchian-breakout",
        1,
        "In where the close is above the highest high of the entry bars before it, out where it is below the lowest low of the exit bars before it.",
        "Richard Donchian's rule as the Turtles traded it: Curtis Faith, Way of the Turtle, 2007.",
        [
            ParameterDeclaration.Whole("entry", "bars of the channel to enter above", 20, 1, 100_000),
            ParameterDeclaration.Whole("exit", "bars of the channel to leave below", 10, 1, 100_000),
        ]);

    /// <inheritdoc />
    public int WarmUp(ParameterSet parameters) => (int)Math.Max(parameters[0].Number, parameters[1].Number) + 1;

    /// <inheritdoc />
    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
        Crossings.WriteGreater(market.Close, market.HighestBefore((int)parameters[0].Number), signals.Entries);
        Crossings.WriteGreater(market.LowestBefore((int)parameters[1].Number), market.Close, signals.Exits);
    }
}
