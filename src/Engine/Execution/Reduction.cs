namespace Backtest.Engine.Execution;

/// <summary>Tells what sets money free: where several symbols trade at one moment, that comes first.</summary>
internal static class Reduction
{
    /// <summary>Whether what the market is about to fill makes a position smaller.</summary>
    /// <param name="portfolio">The account as the symbol sees it.</param>
    /// <param name="closes">Whether a signal has ordered the position to be closed.</param>
    /// <param name="orders">The symbol's orders.</param>
    public static bool IsDue(Portfolio portfolio, bool closes, Span<WorkingOrder> orders)
    {
        var side = Math.Sign(portfolio.Quantity);
        if (side == 0 || closes) return side != 0;
        foreach (ref var order in orders)
        {
            if (order.IsMarket && !order.Waits && Reduces(in order, portfolio, side)) return true;
        }

        return false;
    }

    private static bool Reduces(in WorkingOrder order, Portfolio portfolio, int side)
    {
        if (order.Order.Type != OrderType.Target) return order.Side == -side;
        var fraction = side * order.Order.Quantity;
        return fraction <= 0 || fraction * portfolio.Equity < portfolio.Value;
    }
}
