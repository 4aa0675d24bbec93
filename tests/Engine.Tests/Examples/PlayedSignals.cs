using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Engine.Tests.Examples;

/// <summary>Signal columns, played bar by bar.</summary>
internal sealed class PlayedSignals(SignalColumns signals) : IBarStrategy
{
    public StrategyDeclaration Declaration { get; } = new("played", 1, "Plays signals.", "none", []);

    public int WarmUp(ParameterSet parameters) => 0;

    public void Begin(ParameterSet parameters) { }

    public void OnBar(in BarHistory bars, Portfolio portfolio, OrderTicket orders)
    {
        if (signals.Entries[bars.Bar]) orders.Enter();
        if (signals.Exits[bars.Bar]) orders.Exit();
    }

    public void Persist(StateCodec state) { }
}
