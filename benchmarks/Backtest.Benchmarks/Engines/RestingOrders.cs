using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Benchmarks.Engines;

/// <summary>Keeps priced orders in the market all the time: while flat an entry, then what closes it.</summary>
/// <param name="brackets">True for a market order with a stop and a target, false for a stop entry and a stop below it,
/// placed anew where they have not filled for twenty bars.</param>
internal sealed class RestingOrders(bool brackets) : IBarStrategy
{
    private const int Bars = 20;

    public StrategyDeclaration Declaration { get; } = new("resting-orders", 1, "Always has orders in the market.", "none", []);

    public int WarmUp(ParameterSet parameters) => 0;

    public void Begin(ParameterSet parameters) { }

    public void OnBar(in BarHistory bars, Portfolio portfolio, OrderTicket orders)
    {
        if (orders.WorkingOrders > 0) return;
        var close = bars.Close[^1];
        var quantity = 0.5 * portfolio.Equity / close;
        if (brackets)
        {
            if (portfolio.Quantity == 0) orders.PlaceBracket(Order.Market(quantity), 0.98 * close, 1.03 * close);
        }
        else
        {
            var stop = portfolio.Quantity == 0
                ? Order.Stop(quantity, 1.005 * close)
                : Order.Stop(-portfolio.Quantity, 0.99 * close).ReduceOnly();
            orders.Place(stop.ForBars(Bars));
        }
    }

    public void Persist(StateCodec state) { }
}
