using System.Runtime.CompilerServices;
using Backtest.Engine.Bars;
using Backtest.Engine.Market;
using Backtest.Engine.Rules;
using Backtest.Engine.Simulation;

namespace Backtest.Engine.Execution;

/// <summary>Fills orders: the one place where a price, a quantity and the costs become a fill, for every kind of strategy.</summary>
public sealed class Broker
{
    // Sizes that were computed of all equity may exceed it by their rounding.
    private const double Rounding = 1e-9;

    private AccountSettings _account = new(1, new TradingCosts(), FillTime.NextOpen, 1, 0);
    private TradingRules _rules = TradingRules.None;
    private BarSlice? _slice;
    private int _entryAllowedFrom;
    private CostTerms? _terms;
    private double _traded;

    /// <summary>Cash and position.</summary>
    public Portfolio Portfolio { get; } = new();

    /// <summary>The first bar in which an entry may be filled, since a cooldown is over then.</summary>
    internal int EntryAllowedFrom => _entryAllowedFrom;

    /// <summary>The quantity that the current bar's volume still fills.</summary>
    internal double VolumeLeft { get; set; } = double.PositiveInfinity;

    /// <summary>Whether the rules allow no further symbol with a position.</summary>
    internal bool IsFull => _rules.MaxOpenPositions > 0 && Portfolio.OpenElsewhere >= _rules.MaxOpenPositions;

    /// <summary>Starts with the account's capital.</summary>
    internal void Begin(BarSlice slice, AccountSettings account, TradingRules rules, Memory<double> equity)
    {
        (_slice, _account, _rules, _entryAllowedFrom, VolumeLeft) = (slice, account, rules, 0, double.PositiveInfinity);
        (_terms, _traded) = (account.Costs.Terms, 0);
        Portfolio.Begin(slice, account, equity);
    }

    /// <summary>What a fill in a bar costs.</summary>
    internal FillCosts CostsOf(int bar, int side) => new(_account.Costs, side, _terms is null ? 0 : _slice!.Volume[bar], _traded);

    /// <summary>The price of a market order, before the impact of its size.</summary>
    /// <param name="side">1 for a buy, -1 for a sale.</param>
    /// <param name="market">The market's price.</param>
    internal double Price(int side, double market)
    {
        var costs = _account.Costs;
        return _terms is not null ? PriceOnTerms(side, market) : side > 0 ? costs.BuyPrice(market) : costs.SellPrice(market);
    }

    /// <summary>Opens a position of the size that the rules give.</summary>
    /// <param name="bar">The bar in which it is filled.</param>
    /// <param name="side">1 for long, -1 for short.</param>
    /// <param name="market">The market's price.</param>
    /// <param name="decided">The bar at whose close it was decided.</param>
    /// <returns>The quantity wanted, of which the bar's volume may fill a part only; 0 where there is nothing to open, since equity pays for none or
    /// the rules give no size.</returns>
    internal double Open(int bar, int side, double market, int decided)
    {
        var price = Price(side, market);
        var quantity = _terms is null && ReferenceEquals(_rules, TradingRules.None)
            ? _account.Costs.LargestQuantity(Portfolio.Affordable, Portfolio.Worth(price))
            : Size(bar, side, decided, Portfolio.Worth(price));
        if (!(quantity > 0)) return 0;
        Fill(bar, side * Math.Min(quantity, VolumeLeft), price, OrderEffect.Market);
        return quantity;
    }

    /// <summary>Closes the position at the market.</summary>
    /// <param name="bar">The bar in which it is filled.</param>
    /// <param name="market">The market's price.</param>
    internal void Close(int bar, double market) => CloseAt(bar, Price(Portfolio.Quantity > 0 ? -1 : 1, market), OrderEffect.Market);

    /// <summary>Closes the position where a level was hit.</summary>
    /// <param name="bar">The bar in which it is filled.</param>
    /// <param name="hit">The price.</param>
    internal void Close(int bar, ExitHit hit)
    {
        if (hit.IsStop) Close(bar, hit.Price);
        else CloseAt(bar, hit.Price, OrderEffect.Resting);
    }

    /// <summary>Fills an order, or as much of it as volume, equity and direction allow: first what closes the position, then what opens
    /// one.</summary>
    /// <param name="bar">The bar in which it is filled.</param>
    /// <param name="quantity">The quantity: positive for a buy, negative for a sale.</param>
    /// <param name="price">The fill's price, before the impact of its size.</param>
    /// <param name="effect">What kind of order it is of, to its costs.</param>
    /// <param name="rejected">Why what opens a position was not filled; null where it was, or where volume ended first.</param>
    /// <returns>The quantity that was filled.</returns>
    internal double Trade(int bar, double quantity, double price, OrderEffect effect, out RejectionReason? rejected)
    {
        rejected = null;
        var (side, left, position) = (Math.Sign(quantity), Math.Min(Math.Abs(quantity), VolumeLeft), Math.Abs(Portfolio.Quantity));
        var filled = 0.0;
        if (side == -Math.Sign(Portfolio.Quantity) && left > 0)
        {
            filled = Math.Min(left, position);
            if (filled == position) CloseAt(bar, price, effect);
            else Fill(bar, side * filled, price, effect);
            left -= filled;
        }

        if (!(left > 0)) return side * filled;
        rejected = Forbids(bar, side, left, price, effect);
        if (rejected is not null) return side * filled;
        Fill(bar, side * left, price, effect);
        return side * (filled + left);
    }

    /// <summary>Saves or restores.</summary>
    internal void Persist(StateCodec state)
    {
        state.Value(ref _entryAllowedFrom);
        state.Value(ref _traded);
        Portfolio.Persist(state);
    }

    private RejectionReason? Forbids(int bar, int side, double quantity, double price, OrderEffect effect)
    {
        if (_account.Direction == (side > 0 ? Direction.Short : Direction.Long)) return RejectionReason.Direction;
        var held = Portfolio.Quantity;
        if (held == 0 && bar < _entryAllowedFrom) return RejectionReason.Cooldown;
        if (held == 0 && IsFull) return RejectionReason.OpenPositions;
        var costs = CostsOf(bar, side);
        price = costs.Price(price, quantity, effect == OrderEffect.Market);
        var worth = Portfolio.Worth(price);
        var needed = (Math.Abs(held) + quantity) * worth + costs.Fee(quantity, quantity * worth, effect == OrderEffect.Resting);
        return needed <= Portfolio.BuyingPower(Portfolio.EquityAt(price)) * (1 + Rounding) ? null : RejectionReason.Equity;
    }

    private void CloseAt(int bar, double price, OrderEffect effect)
    {
        var quantity = Portfolio.Quantity;
        if (Math.Abs(quantity) > VolumeLeft)
        {
            Fill(bar, -Math.Sign(quantity) * VolumeLeft, price, effect);
            return;
        }

        Fill(bar, -quantity, price, effect);
        if (_rules.Cooldown > 0 || _rules.CooldownAfterLoss > 0) Rest(bar);
    }

    private void Fill(int bar, double quantity, double price, OrderEffect effect)
    {
        if (quantity == 0) return;
        var size = Math.Abs(quantity);
        VolumeLeft -= size;
        if (_terms is not null)
        {
            FillOnTerms(bar, quantity, price, effect);
            return;
        }

        Portfolio.Apply(new Fill(bar, quantity, price, _account.Costs.Fee(size * Portfolio.Worth(price))));
    }

    // These are kept apart, so that the usual costs pay for a comparison and no more.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private double Size(int bar, int side, int decided, double price) =>
        PositionSizer.Quantity(_rules, _account, CostsOf(bar, side), Portfolio, _slice!, decided, price);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double PriceOnTerms(int side, double market) => _terms!.Price(side, market, _account.Costs.SlippageRate);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FillOnTerms(int bar, double quantity, double price, OrderEffect effect)
    {
        var (size, costs) = (Math.Abs(quantity), CostsOf(bar, Math.Sign(quantity)));
        price = costs.Price(price, size, effect == OrderEffect.Market);
        var notional = size * Portfolio.Worth(price);
        var fee = costs.Fee(size, notional, effect == OrderEffect.Resting);
        _traded += notional;
        Portfolio.Apply(new Fill(bar, quantity, price, fee));
    }

    private void Rest(int bar)
    {
        var bars = Portfolio.LastResult < 0 ? Math.Max(_rules.Cooldown, _rules.CooldownAfterLoss) : _rules.Cooldown;
        _entryAllowedFrom = bars > 0 ? bar + bars + 1 : bar;
    }
}
