using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Host.Tests.Examples;

/// <summary>Trades on every <c>period</c>-th bar; throws where <c>period</c> is a multiple of <c>poison</c>. Public, so that
/// studies can name it in this assembly.</summary>
public sealed class PoisonStrategy : ISignalStrategy
{
    public StrategyDeclaration Declaration { get; } = new(
        "poison",
        1,
        "Enters and leaves by turns.",
        "none",
        [
            ParameterDeclaration.Whole("period", "bars between signals", 2, 1, 1_000),
            ParameterDeclaration.Whole("poison", "which periods fail; 0 for none", 0, 0, 1_000),
        ]);

    public int WarmUp(ParameterSet parameters) => 0;

    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
        var (period, poison) = (parameters.Whole("period"), parameters.Whole("poison"));
        if (poison > 0 && period % poison == 0) throw new InvalidOperationException($"=poisoned {period},\n\u001b[31mby \"design\"");
        for (var bar = 0; bar < market.Count; bar += period)
        {
            if (bar / period % 2 == 0) signals.Entries[bar] = true;
            else signals.Exits[bar] = true;
        }
    }
}
