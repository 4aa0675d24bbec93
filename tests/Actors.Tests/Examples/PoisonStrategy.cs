using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Actors.Tests.Examples;

/// <summary>Trades on every <c>period</c>-th bar; where <c>id</c> is a multiple of <c>every</c>, it throws or hangs.</summary>
internal sealed class PoisonStrategy : ISignalStrategy
{
    public StrategyDeclaration Declaration { get; } = new(
        "poison",
        1,
        "Enters and leaves by turns.",
        "none",
        [
            ParameterDeclaration.Whole("id", "which one it is", 1, 1, 1_000_000),
            ParameterDeclaration.Whole("every", "which ones are poisoned; 0 for none", 0, 0, 1_000_000),
            ParameterDeclaration.OfText("mode", "how", "throw", "throw", "hang", "warm-up"),
        ]);

    public int WarmUp(ParameterSet parameters) =>
        IsPoisoned(parameters) && parameters[2].Text == "warm-up" ? throw new InvalidOperationException("no warm-up") : 0;

    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
        var period = 2 + (int)parameters.Whole("id") % 17;
        if (IsPoisoned(parameters))
        {
            if (parameters[2].Text == "hang") Thread.Sleep(Timeout.Infinite);
            throw new InvalidOperationException($"poisoned {parameters.Whole("id")}");
        }

        for (var bar = 0; bar < market.Count; bar += period)
        {
            if (bar / period % 2 == 0) signals.Entries[bar] = true;
            else signals.Exits[bar] = true;
        }
    }

    private static bool IsPoisoned(ParameterSet parameters) =>
        parameters.Whole("every") is > 0 and var every && parameters.Whole("id") % every == 0;
}
