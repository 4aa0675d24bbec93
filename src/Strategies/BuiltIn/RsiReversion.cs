using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Strategies.Indicators;

namespace Backtest.Strategies.BuiltIn;

/// <summary>In while the RSI is below a lower level, out above an upper one.</summary>
public sealed class RsiReversion : ISignalStrategy
{
    // Wilder's average of n bars forgets as slowly as an exponential one of 2n - 1.
    private const int PeriodsToForget = 8;

    /// <inheritdoc />
    public StrategyDeclaration Declaration { get; } = new(
        "rsi-reversion",
        1,
        "In where the relative strength index is below the lower level and the strategy is flat, out where it is above the upper level.",
        "J. Welles Wilder, New Concepts in Technical Trading Systems, 1978.",
        [
            ParameterDeclaration.Whole("period", "bars of the index", 14, 1, 100_000),
            ParameterDeclaration.Real("lower", "level to enter below, 0 to 100", 30, 0, 100),
            ParameterDeclaration.Real("upper", "level to leave above, 0 to 100", 70, 0, 100),
        ]);

    /// <inheritdoc />
    public int WarmUp(ParameterSet parameters) => PeriodsToForget * (int)parameters[0].Number;

    /// <inheritdoc />
    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
        var index = market.Rsi((int)parameters[0].Number);
        Crossings.WriteBelow(index, parameters[1].Number, signals.Entries);
        Crossings.WriteAbove(index, parameters[2].Number, signals.Exits);
    }
}
