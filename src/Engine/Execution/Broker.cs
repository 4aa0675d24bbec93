using Backtest.Engine.Market;
using Backtest.Engine.Rules;
using Backtest.Engine.Simulation;

namespace Backtest.Engine.Execution;

/// <summary>Fills orders: the one place where a price, a quantity and the costs become a fill, for every kind of strategy.</summary>
public sealed class Broker
{
    private AccountSettings _account = new(1, new TradingCosts(), FillTime.NextOpen, 1, 0);
    private TradingRules _rules = TradingRules.None;
    private BarSlice? _slice;

    /// <summary>Cash and position.</summary>
    public Portfolio Portfolio { get; } = new();

    /// <summary>The first bar in which an entry may be filled, since a cooldown is over then.</summary>
    internal int EntryAllowedFrom { get; private set; }

    /// <summary>Starts with the account's capital.</summary>
    internal void Begin(BarSlice slice, AccountSettings account, TradingRules rules, Memory<double> equity)
    {
        (_slice, _account, _rules, EntryAllowedFrom) = (slice, account, rules, 0);
        Portfolio.Begin(slice, account, equity);
    }

    /// <summary>Opens a position of the size that the rules give.</summary>
    /// <param name="bar">The bar in which it is filled.</param>
    /// <param name="side">1 for long, -1 for short.</param>
    /// <param name="market">The market's price.</param>
    /// <param name="decided">The bar at whose close it was decided.</param>
    /// <returns>False where there is nothing to open, since equity pays for none or the rules give no size.</returns>
    internal bool Open(int bar, int side, double market, int decided)
    {
        var costs = _account.Costs;
        var price = side > 0 ? costs.BuyPrice(market) : costs.SellPrice(market);
        var quantity = ReferenceEquals(_rules, TradingRules.None)
            ? costs.LargestQuantity(Portfolio.Cash, price)
            : PositionSizer.Quantity(_rules, _account, Portfolio, _slice!, decided, price);
        if (!(quantity > 0)) return false;
        Portfolio.Apply(new Fill(bar, side * quantity, price, costs.Fee(quantity * price)));
        return true;
    }

    /// <summary>Closes the position at the market.</summary>
    /// <param name="bar">The bar in which it is filled.</param>
    /// <param name="market">The market's price.</param>
    internal void Close(int bar, double market)
    {
        var price = Portfolio.Quantity > 0 ? _account.Costs.SellPrice(market) : _account.Costs.BuyPrice(market);
        CloseAt(bar, price);
    }

    /// <summary>Closes the position where a level was hit.</summary>
    /// <param name="bar">The bar in which it is filled.</param>
    /// <param name="hit">The price.</param>
    internal void Close(int bar, ExitHit hit)
    {
        if (hit.IsStop) Close(bar, hit.Price);
        else CloseAt(bar, hit.Price);
    }

    private void CloseAt(int bar, double price)
    {
        var quantity = Portfolio.Quantity;
        Portfolio.Apply(new Fill(bar, -quantity, price, _account.Costs.Fee(Math.Abs(quantity) * price)));
        if (_rules.Cooldown > 0 || _rules.CooldownAfterLoss > 0) Rest(bar);
    }

    private void Rest(int bar)
    {
        var bars = Portfolio.LastResult < 0 ? Math.Max(_rules.Cooldown, _rules.CooldownAfterLoss) : _rules.Cooldown;
        EntryAllowedFrom = bars > 0 ? bar + bars + 1 : bar;
    }
}
