using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Storage.Tests.Examples;

/// <summary>A strategy that does nothing, with parameters of every kind and one that is called as a result column is.</summary>
internal sealed class PlainStrategy : ISignalStrategy
{
    public static StrategyDefinition Definition { get; } = new(() => new PlainStrategy());

    public StrategyDeclaration Declaration { get; } = new(
        "plain",
        1,
        "Does nothing.",
        "none",
        [
            ParameterDeclaration.Whole("slow", "shared with another strategy", 7, 1, 1000),
            ParameterDeclaration.Real("level", "a number", 0.5, 0, 10),
            ParameterDeclaration.OfText("mode", "a text", "calm"),
            ParameterDeclaration.Whole("window", "called as a column is", 3, 1, 1000),
        ]);

    public int WarmUp(ParameterSet parameters) => 0;

    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
    }
}
