using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Engine.Tests.Examples;

/// <summary>Enters and leaves by turns, every so many bars.</summary>
internal sealed class TurnStrategy : ISignalStrategy
{
    public StrategyDeclaration Declaration { get; } = new("turn", 1, "By turns.", "none", [ParameterDeclaration.Whole("every", "bars", 3, 1, 1000)]);

    public int WarmUp(ParameterSet parameters) => 0;

    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
        var every = parameters.Whole("every");
        for (var bar = 0; bar < market.Count; bar += every) (bar / every % 2 == 0 ? signals.Entries : signals.Exits)[bar] = true;
    }
}
