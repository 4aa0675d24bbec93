using Backtest.Engine.Execution;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Engine.Bars;

/// <summary>A strategy that decides for all symbols of a portfolio together, bar by bar of their merged timeline. It sees no bar after the
/// current moment: the view that it gets ends there for every symbol.</summary>
public interface IPortfolioStrategy : IStrategy
{
    /// <summary>Says why the strategy cannot trade a portfolio of so many symbols; null where it can.</summary>
    string? Defect(int symbols) => null;

    /// <summary>Begins a backtest: forgets all state of the one before.</summary>
    /// <param name="parameters">The parameters; not to be kept, but the values in it may be.</param>
    /// <param name="symbols">The number of symbols.</param>
    void Begin(ParameterSet parameters, int symbols);

    /// <summary>Called at each moment at which a bar of any symbol closes, in the warm-up too; there no order is taken.</summary>
    /// <param name="market">The bars of each symbol up to now.</param>
    /// <param name="account">Cash and positions, after what was filled in these bars.</param>
    /// <param name="orders">Takes orders of each symbol: they work from that symbol's next bar on, and market orders of a symbol that has a bar
    /// now fill at this close where the study says so.</param>
    void OnBar(in PortfolioHistory market, Account account, PortfolioOrders orders);

    /// <summary>Names each field that bars cannot rebuild, in one order, for saving and for restoring. A strategy without such state leaves
    /// it empty.</summary>
    void Persist(StateCodec state);
}
