using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Engine.Simulation;

/// <summary>Plays signal columns bar by bar, for rules that need each bar, such as a volume limit.</summary>
/// <param name="strategy">The strategy that wrote the columns.</param>
/// <param name="signals">The columns.</param>
internal sealed class SignalPlayer(ISignalStrategy strategy, SignalColumns signals) : IBarStrategy
{
    public StrategyDeclaration Declaration => strategy.Declaration;

    public int WarmUp(ParameterSet parameters) => strategy.WarmUp(parameters);

    public void Begin(ParameterSet parameters) { }

    public void OnBar(in BarHistory bars, Portfolio portfolio, OrderTicket orders)
    {
        if (signals.Entries[bars.Bar]) orders.Enter();
        if (signals.Exits[bars.Bar]) orders.Exit();
    }

    public void Persist(StateCodec state) { }
}
