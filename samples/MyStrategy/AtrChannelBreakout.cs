using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Strategies.Indicators;

namespace MyStrategy;

/// <summary>Enters where the close breaks out of a channel around its average, as many average true ranges wide as the market moves,
/// and leaves where it falls back through the average. The channel is an indicator of our own, see <see cref="AtrChannelIndicator"/>.</summary>
public sealed class AtrChannelBreakout : ISignalStrategy
{
    // Averages that never forget: after eight periods the beginning weighs next to nothing.
    private const int PeriodsToForget = 8;

    /// <inheritdoc/>
    public StrategyDeclaration Declaration { get; } = new(
        "atr-channel-breakout",
        1,
        "In where the close is above its average by some average true ranges, out where it is below the average.",
        "Chester W. Keltner, How to Make Money in Commodities, 1960; with the average true range as Linda Raschke uses it.",
        [
            ParameterDeclaration.Whole("period", "bars of the average and of the true range's average", 20, 2, 10_000),
            ParameterDeclaration.Real("width", "average true ranges from the average to the channel's upper line", 2, 0.1, 20),
        ]);

    /// <inheritdoc/>
    public int WarmUp(ParameterSet parameters) => PeriodsToForget * parameters.Whole("period");

    /// <inheritdoc/>
    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
        var period = parameters.Whole("period");
        var middle = market.Ema(period);
        var upper = market.AtrChannel(period, parameters.Number("width"));

        // 64 bars at a time; a bar whose average is not yet defined is NaN, and nothing is greater than that.
        Crossings.WriteGreater(market.Close, upper, signals.Entries);
        Crossings.WriteGreater(middle, market.Close, signals.Exits);
    }
}
