using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Strategies.Indicators;

namespace Backtest.Strategies.BuiltIn;

/// <summary>In where the MACD line crosses above its signal, out where it crosses below.</summary>
public sealed class Macd : ISignalStrategy
{
    private const int PeriodsToForget = 4;

    /// <inheritdoc />
    public StrategyDeclaration Declaration { get; } = new(
        "macd",
        1,
        "In where the MACD line of the close crosses above its signal line, out where it crosses below.",
        "Gerald Appel, Technical Analysis: Power Tools for Active Investors, 2005.",
        [
            ParameterDeclaration.Whole("fast", "bars of the fast average", 12, 1, 100_000),
            ParameterDeclaration.Whole("slow", "bars of the slow average", 26, 1, 100_000),
            ParameterDeclaration.Whole("signal", "bars of the signal line's average", 9, 1, 100_000),
        ]);

    /// <inheritdoc />
    public int WarmUp(ParameterSet parameters) =>
        PeriodsToForget * (int)(Math.Max(parameters[0].Number, parameters[1].Number) + parameters[2].Number);

    /// <inheritdoc />
    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
        var lines = market.Macd((int)parameters[0].Number, (int)parameters[1].Number, (int)parameters[2].Number);
        Crossings.Write(lines[0], lines[1], signals.Entries, signals.Exits);
    }
}
