using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Strategies.Indicators;

namespace Backtest.Strategies.BuiltIn;

/// <summary>In where a fast simple moving average of the close crosses above a slow one, out where it crosses below.</summary>
public sealed class SmaCross : ISignalStrategy
{
    private const int Fast = 0;
    private const int Slow = 1;

    /// <inheritdoc />
    public StrategyDeclaration Declaration { get; } = new(
        "sma-cross",
        1,
        "In where the fast simple moving average of the close crosses above the slow one, out where it crosses below.",
        "W. Brock, J. Lakonishok, B. LeBaron, Simple Technical Trading Rules, Journal of Finance 47, 1992.",
        [
            ParameterDeclaration.Whole("fast", "bars of the fast average", 10, 1, 100_000),
            ParameterDeclaration.Whole("slow", "bars of the slow average", 50, 1, 100_000),
        ]);

    /// <inheritdoc />
    public int WarmUp(ParameterSet parameters) => (int)Math.Max(parameters[Fast].Number, parameters[Slow].Number);

    /// <inheritdoc />
    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals) => Crossings.Write(
        market.Sma((int)parameters[Fast].Number), market.Sma((int)parameters[Slow].Number), signals.Entries, signals.Exits);
}
