using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Engine.Simulation;

/// <summary>Runs a strategy of one symbol on each symbol of a portfolio, in order; they share the purse and nothing else.</summary>
/// <param name="strategies">An instance for each symbol.</param>
internal sealed class SymbolBySymbol(IReadOnlyList<IBarStrategy> strategies) : IPortfolioStrategy
{
    public StrategyDeclaration Declaration => strategies[0].Declaration;

    public int WarmUp(ParameterSet parameters) => strategies[0].WarmUp(parameters);

    public void Begin(ParameterSet parameters, int symbols)
    {
        for (var symbol = 0; symbol < symbols; symbol++) strategies[symbol].Begin(parameters);
    }

    public void OnBar(in PortfolioHistory market, Account account, PortfolioOrders orders)
    {
        for (var symbol = 0; symbol < strategies.Count; symbol++)
        {
            if (!market.IsTrading(symbol)) continue;
            var leg = account.Enter(symbol);
            var history = market[symbol];
            strategies[symbol].OnBar(in history, leg.Portfolio, leg.Ticket);
        }
    }

    public void Persist(StateCodec state)
    {
        foreach (var strategy in strategies) strategy.Persist(state);
    }
}
