using Backtest.Engine.Execution;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Engine.Bars;

/// <summary>A strategy that decides bar by bar, with orders of any kind. It sees no bar after the current one: the view that it gets ends
/// there.</summary>
public interface IBarStrategy : IStrategy
{
    /// <summary>Begins a backtest: forgets all state of the one before.</summary>
    /// <param name="parameters">The parameters; not to be kept, but the values in it may be.</param>
    void Begin(ParameterSet parameters);

    /// <summary>Called once a bar, at its close, in the warm-up too; there the ticket takes no order.</summary>
    /// <param name="bars">The bars up to the current one.</param>
    /// <param name="portfolio">Cash and position, after what was filled in this bar.</param>
    /// <param name="orders">Takes orders: they work from the next bar on, and market orders fill at this close where the study says so.</param>
    void OnBar(in BarHistory bars, Portfolio portfolio, OrderTicket orders);

    /// <summary>Names each field that bars cannot rebuild, in one order, for saving and for restoring. A strategy without such state leaves
    /// it empty.</summary>
    void Persist(StateCodec state);
}
