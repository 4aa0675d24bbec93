using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Engine.Tests.Examples;

/// <summary>In where the close is above that of <c>lag</c> bars ago by more than <c>margin</c>, out where it is below; or it fails, as its
/// mode says.</summary>
internal sealed class LagStrategy(string name = "lag", int version = 1, string parameter = "lag") : ISignalStrategy
{
    public StrategyDeclaration Declaration { get; } = new(
        name,
        version,
        "In where the close is above that of some bars ago, out where it is not.",
        "none",
        [
            ParameterDeclaration.Whole(parameter, "bars to look back", 3, 1, 1_000_000_000),
            ParameterDeclaration.Real("margin", "how much higher, a fraction", 0, -1, 1),
            ParameterDeclaration.OfText("mode", "what goes wrong", "none", "none", "throw", "mute", "warm-up", "greedy", "negative"),
        ]);

    public int WarmUp(ParameterSet parameters) => parameters[2].Text switch
    {
        "warm-up" => throw new InvalidOperationException("no warm-up"),
        "greedy" => int.MaxValue,
        "negative" => -5,
        _ => (int)parameters[0].Number,
    };

    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
        if (parameters[2].Text == "throw") throw new InvalidOperationException($"lag {parameters[0]}");
        if (parameters[2].Text == "mute") throw new MuteException();
        var change = market.Columns(new ColumnKey("change", parameters[0].Number), (seen, key) => [Change(seen, (int)key.First)])[0];
        Crossings.WriteAbove(change, parameters[1].Number, signals.Entries);
        Crossings.WriteBelow(change, parameters[1].Number, signals.Exits);
    }

    private static double[] Change(MarketView market, int lag)
    {
        var change = new double[market.Count];
        for (var bar = 0; bar < change.Length; bar++) change[bar] = bar < lag ? double.NaN : market.Close[bar] / market.Close[bar - lag] - 1;
        return change;
    }

    /// <summary>An exception that cannot say what is wrong.</summary>
    private sealed class MuteException : Exception
    {
        public override string Message => throw new InvalidOperationException("no message");
    }
}
