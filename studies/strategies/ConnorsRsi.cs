// A strategy that decides by columns: one bit a bar to enter, one to leave. The fastest kind.
// Usings of the engine and of the indicators are implied. 'backtest new strategy NAME' writes a start such as this one.

/// <summary>Buys a short fall in a rising market and sells the recovery.</summary>
public sealed class ConnorsRsi : ISignalStrategy
{
    public StrategyDeclaration Declaration { get; } = new(
        "connors-rsi",
        1,
        "In where the close is above its long average and a short RSI is below lower, out where the close is above its short average.",
        "Larry Connors, Cesar Alvarez, Short Term Trading Strategies That Work, 2008.",
        [
            ParameterDeclaration.Whole("trend", "bars of the long average", 200, 2, 10_000),
            ParameterDeclaration.Whole("period", "bars of the RSI", 2, 1, 1_000),
            ParameterDeclaration.Real("lower", "the RSI below which to enter", 10, 0, 100),
            ParameterDeclaration.Whole("leave", "bars of the short average", 5, 1, 1_000),
        ]);

    // Wilder's average in the RSI never forgets: after twenty periods the beginning weighs next to nothing.
    public int WarmUp(ParameterSet parameters) =>
        Math.Max(20 * parameters.Whole("period"), Math.Max(parameters.Whole("trend"), parameters.Whole("leave")));

    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
        var lower = parameters.Number("lower");
        var close = market.Close;
        var trend = market.Sma(parameters.Whole("trend"));
        var rsi = market.Rsi(parameters.Whole("period"));
        var leave = market.Sma(parameters.Whole("leave"));
        for (var bar = 0; bar < market.Count; bar++)
        {
            if (close[bar] > trend[bar] && rsi[bar] < lower) signals.Entries[bar] = true;
            if (close[bar] > leave[bar]) signals.Exits[bar] = true;
        }
    }
}
