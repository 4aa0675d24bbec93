using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Benchmarks.Engines;

/// <summary>Buys and sells each symbol every twenty bars by turns, with market orders.</summary>
internal sealed class Rotation : IBarStrategy, IPortfolioStrategy
{
    private const int Period = 20;

    public StrategyDeclaration Declaration { get; } = new("rotation", 1, "Buys and sells by turns.", "none", []);

    public int WarmUp(ParameterSet parameters) => 0;

    public void Begin(ParameterSet parameters) { }

    public void Begin(ParameterSet parameters, int symbols) { }

    public void OnBar(in BarHistory bars, Portfolio portfolio, OrderTicket orders) =>
        Trade(in bars, 0, portfolio.Quantity, portfolio.Equity, orders);

    public void OnBar(in PortfolioHistory market, Account account, PortfolioOrders orders)
    {
        for (var symbol = 0; symbol < market.Symbols; symbol++)
        {
            var bars = market[symbol];
            Trade(in bars, symbol, account.Quantity(symbol), account.Equity / market.Symbols, orders[symbol]);
        }
    }

    public void Persist(StateCodec state) { }

    private static void Trade(in BarHistory bars, int symbol, double quantity, double equity, OrderTicket orders)
    {
        var close = bars.Close[^1];
        if ((bars.Bar + symbol) % Period != 0) return;
        orders.Place(Order.Market(quantity > 0 ? -quantity : 0.9 * equity / close));
    }
}
