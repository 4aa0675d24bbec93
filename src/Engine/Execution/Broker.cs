using Backtest.Engine.Market;
using Backtest.Engine.Simulation;

namespace Backtest.Engine.Execution;

/// <summary>Fills orders: the one place where a price, a quantity and the costs become a fill, for every kind of strategy.</summary>
public sealed class Broker
{
    private AccountSettings _account = new(1, new TradingCosts(), FillTime.NextOpen, 1, 0);

    /// <summary>Cash and position.</summary>
    public Portfolio Portfolio { get; } = new();

    /// <summary>Starts with the account's capital.</summary>
    internal void Begin(BarSlice slice, AccountSettings account, Memory<double> equity)
    {
        _account = account;
        Portfolio.Begin(slice, account, equity);
    }

    /// <summary>Opens a position with all equity.</summary>
    /// <param name="bar">The bar in which it is filled.</param>
    /// <param name="side">1 for long, -1 for short.</param>
    /// <param name="market">The market's price.</param>
    /// <returns>False where equity does not pay for any.</returns>
    internal bool Open(int bar, int side, double market)
    {
        var costs = _account.Costs;
        var price = side > 0 ? costs.BuyPrice(market) : costs.SellPrice(market);
        var quantity = costs.LargestQuantity(Portfolio.Cash, price);
        if (!(quantity > 0)) return false;
        Portfolio.Apply(new Fill(bar, side * quantity, price, costs.Fee(quantity * price)));
        return true;
    }

    /// <summary>Closes the position.</summary>
    /// <param name="bar">The bar in which it is filled.</param>
    /// <param name="market">The market's price.</param>
    internal void Close(int bar, double market)
    {
        var costs = _account.Costs;
        var quantity = Portfolio.Quantity;
        var price = quantity > 0 ? costs.SellPrice(market) : costs.BuyPrice(market);
        Portfolio.Apply(new Fill(bar, -quantity, price, costs.Fee(Math.Abs(quantity) * price)));
    }
}
