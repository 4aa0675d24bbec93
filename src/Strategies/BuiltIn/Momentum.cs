using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Strategies.Indicators;

namespace Backtest.Strategies.BuiltIn;

/// <summary>In while the close is above the close of some bars ago, out while it is below.</summary>
public sealed class Momentum : ISignalStrategy
{
    /// <inheritdoc />
    public StrategyDeclaration Declaration { get; } = new(
        "momentum",
        1,
        "In where the close is above the close lookback bars ago, out where it is below.",
        "T. Moskowitz, Y. Ooi, L. Pedersen, Time Series Momentum, Journal of Financial Economics 104, 2012.",
        [ParameterDeclaration.Whole("lookback", "bars to look back", 100, 1, 100_000)]);

    /// <inheritdoc />
    public int WarmUp(ParameterSet parameters) => (int)parameters[0].Number;

    /// <inheritdoc />
    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
        var rate = market.Roc((int)parameters[0].Number);
        Crossings.WriteAbove(rate, 0, signals.Entries);
        Crossings.WriteBelow(rate, 0, signals.Exits);
    }
}
