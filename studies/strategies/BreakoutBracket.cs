// A strategy that decides bar by bar: it sees the bars up to the current one and its position, and places orders of any kind.

/// <summary>Buys a breakout, with a stop and a target as far away as the market has moved lately.</summary>
public sealed class BreakoutBracket : IBarStrategy
{
    private RollingExtremes _highest = RollingExtremes.Highest(1);
    private AverageTrueRange _averageRange = new(1);
    private double _stop, _target, _channel;

    public StrategyDeclaration Declaration { get; } = new(
        "breakout-bracket",
        1,
        "In where the close is above the highest high of the bars before it, out at a stop or a target some average true ranges away.",
        "Richard Donchian's channel, with the average true range of J. Welles Wilder as the unit of risk.",
        [
            ParameterDeclaration.Whole("entry", "bars of the channel", 20, 1, 10_000),
            ParameterDeclaration.Whole("range", "bars of the average true range", 14, 1, 1_000),
            ParameterDeclaration.Real("stop", "average true ranges from the close to the stop", 2, 0.1, 100),
            ParameterDeclaration.Real("target", "average true ranges from the close to the target", 4, 0.1, 100),
        ]);

    public int WarmUp(ParameterSet parameters) => Math.Max(parameters.Whole("entry") + 1, 20 * parameters.Whole("range"));

    public void Begin(ParameterSet parameters)
    {
        _highest = RollingExtremes.Highest(parameters.Whole("entry"));
        _averageRange = new AverageTrueRange(parameters.Whole("range"));
        (_stop, _target) = (parameters.Number("stop"), parameters.Number("target"));
        _channel = double.NaN;
    }

    public void OnBar(in BarHistory bars, Portfolio portfolio, OrderTicket orders)
    {
        var (bar, before) = (bars[0], _channel);
        _channel = _highest.Update(bar.High);
        var range = _averageRange.Update(bar.High, bar.Low, bar.Close);
        if (portfolio.Quantity != 0 || !(bar.Close > before) || !(range > 0)) return;
        var stop = bar.Close - _stop * range;
        if (stop > 0) orders.PlaceBracket(Order.Target(1), stop, bar.Close + _target * range);
    }

    // Nothing to save: the bars bring everything back.
    public void Persist(StateCodec state) { }
}
