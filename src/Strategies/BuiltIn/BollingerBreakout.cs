using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Strategies.Indicators;

namespace Backtest.Strategies.BuiltIn;

/// <summary>In where the close is above the upper Bollinger band, out where it is below the middle one.</summary>
public sealed class BollingerBreakout : ISignalStrategy
{
    /// <inheritdoc />
    public StrategyDeclaration Declaration { get; } = new(
        "bollinger-breakout",
        1,
        "In where the close is above the upper Bollinger band, out where it is below the middle one.",
        "John Bollinger, Bollinger on Bollinger Bands, 2001, method I; leaving at the middle band is our choice.",
        [
            ParameterDeclaration.Whole("period", "bars of the average and of the deviation", 20, 2, 100_000),
            ParameterDeclaration.Real("width", "deviations between the middle and the outer bands", 2, 0, 100),
        ]);

    /// <inheritdoc />
    public int WarmUp(ParameterSet parameters) => (int)parameters[0].Number;

    /// <inheritdoc />
    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
        var bands = market.Bollinger((int)parameters[0].Number, parameters[1].Number);
        Crossings.WriteGreater(market.Close, bands[2], signals.Entries);
        Crossings.WriteGreater(bands[1], market.Close, signals.Exits);
    }
}
