using Backtest.Engine.Execution;

namespace Backtest.Engine.Bars;

/// <summary>Takes the orders of a portfolio strategy, symbol by symbol.</summary>
public sealed class PortfolioOrders
{
    private readonly Account _account;

    internal PortfolioOrders(Account account) => _account = account;

    /// <summary>Takes the orders of a symbol, counted from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such symbol.</exception>
    public OrderTicket this[int symbol]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(symbol);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(symbol, _account.Symbols);
            return _account.Leg(symbol).Ticket;
        }
    }
}
