using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Strategies.Indicators;

namespace Backtest.Strategies.BuiltIn;

/// <summary>In where a fast exponential moving average of the close crosses above a slow one, out where it crosses below.</summary>
public sealed class EmaCross : ISignalStrategy
{
    // An exponential average never forgets: after four periods its beginning weighs less than one part in a thousand.
    private const int PeriodsToForget = 4;
    private const int Fast = 0;
    private const int Slow = 1;

    /// <inheritdoc />
    public StrategyDeclaration Declaration { get; } = new(
        "ema-cross",
        1,
        "In where the fast exponential moving average of the close crosses above the slow one, out where it crosses below.",
        "P. N. Haurlan, Measuring Trend Values, 1968.",
        [
            ParameterDeclaration.Whole("fast", "bars of the fast average", 12, 1, 100_000),
            ParameterDeclaration.Whole("slow", "bars of the slow average", 26, 1, 100_000),
        ]);

    /// <inheritdoc />
    public int WarmUp(ParameterSet parameters) => PeriodsToForget * (int)Math.Max(parameters[Fast].Number, parameters[Slow].Number);

    /// <inheritdoc />
    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals) => Crossings.Write(
        market.Ema((int)parameters[Fast].Number), market.Ema((int)parameters[Slow].Number), signals.Entries, signals.Exits);
}
