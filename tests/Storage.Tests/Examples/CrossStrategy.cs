using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Storage.Tests.Examples;

/// <summary>A strategy with the parameters of a cross, that enters and leaves by turns.</summary>
public sealed class CrossStrategy : ISignalStrategy
{
    public static StrategyDefinition Definition { get; } = new(() => new CrossStrategy());

    public StrategyDeclaration Declaration { get; } = new(
        "sma-cross",
        1,
        "Enters and leaves by turns.",
        "none",
        [ParameterDeclaration.Whole("fast", "fast", 10, 1, 1000), ParameterDeclaration.Whole("slow", "slow", 50, 1, 1000)]);

    public int WarmUp(ParameterSet parameters) => 0;

    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
        for (var bar = 0; bar < market.Count; bar += parameters.Whole("fast")) signals.Entries[bar] = true;
        for (var bar = 1; bar < market.Count; bar += parameters.Whole("slow")) signals.Exits[bar] = true;
    }
}
