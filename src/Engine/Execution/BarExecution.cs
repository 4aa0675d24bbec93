using Backtest.Engine.Bars;
using Backtest.Engine.Market;
using Backtest.Engine.Rules;
using Backtest.Engine.Simulation;

namespace Backtest.Engine.Execution;

/// <summary>Works the orders of a bar-by-bar run against each bar, in one order: at the open signals, market orders and what the open has
/// passed; inside
/// the bar stops before limits; at the close what waits for it. The broker fills them.</summary>
internal sealed class BarExecution
{
    private readonly Broker _broker;
    private readonly OrderBook _book;
    private readonly PositionGuard _guard = new();
    private AccountSettings? _account;
    private TradingRules _rules = TradingRules.None;
    private SignalOrder _signal;
    private int _volumeBar;

    /// <summary>An execution of a book's orders.</summary>
    public BarExecution(Broker broker, OrderBook book) => (_broker, _book) = (broker, book);

    /// <summary>Whether the next bar has anything to work.</summary>
    public bool HasWork => _book.Count > 0 || _signal.IsPending || _guard.IsActive;

    /// <summary>Whether the close of a bar has anything to decide.</summary>
    public bool HasDecisions =>
        _book.Entry || _book.Exit
        || (FillsAtClose && (_book.Count > 0 || _signal.IsPending))
        || (_rules.MaxHolding > 0 && _broker.Portfolio.Quantity != 0);

    private bool FillsAtClose => _account!.Fill == FillTime.Close;

    /// <summary>Starts without orders.</summary>
    public void Begin(AccountSettings account, TradingRules rules)
    {
        (_account, _rules, _signal, _volumeBar) = (account, rules, default, -1);
        _book.Begin();
        _guard.Begin(rules);
    }

    /// <summary>Whether what the market is about to fill makes the position smaller.</summary>
    public bool Reduces => Reduction.IsDue(_broker.Portfolio, _signal.Closes, _book.Orders);

    /// <summary>Works all orders placed before a bar against it.</summary>
    public void Work(int bar, in Bar prices)
    {
        WorkOpen(bar, in prices);
        WorkInside(bar, in prices);
        WorkClose(bar, in prices);
    }

    /// <summary>Works them against its open.</summary>
    public void WorkOpen(int bar, in Bar prices)
    {
        BeginVolume(bar, prices.Volume);
        _book.Expire(bar, prices.CloseTime);
        if (!FillsAtClose) WorkMarket(bar, prices.Open, FillMoment.Open);
        if (_guard.IsHitAtOpen(bar, prices.Open, out var hit)) CloseByRule(bar, hit, FillMoment.Open);
        WorkPassed(bar, prices.Open);
    }

    /// <summary>Works them between its open and its close.</summary>
    public void WorkInside(int bar, in Bar prices)
    {
        WorkProtection(bar, in prices);
        if (_guard.IsTargetHit(bar, prices.High, prices.Low, out var hit)) CloseByRule(bar, hit, FillMoment.Inside);
        WorkLimits(bar, in prices);
        WorkStops(bar, in prices, late: true);
        if (_guard.IsStopHit(bar, prices.High, prices.Low, out hit)) CloseByRule(bar, hit, FillMoment.Inside);
    }

    /// <summary>Works them at its close, and lets trailing stops follow it.</summary>
    public void WorkClose(int bar, in Bar prices)
    {
        WorkOnClose(bar, prices.Close);
        _guard.Take(bar, prices.High, prices.Low);
        _book.Trail(bar, prices.High, prices.Low);
        _book.Compact();
    }

    /// <summary>Takes what the strategy and the longest holding decide at a bar's close, and fills what is filled there.</summary>
    public void Decide(int bar, double close, double volume)
    {
        DecideSignals(bar, volume);
        if (FillsAtClose) FillAtClose(bar, close);
    }

    /// <summary>Takes what the strategy and the longest holding decide at a bar's close.</summary>
    public void DecideSignals(int bar, double volume)
    {
        BeginVolume(bar, volume);
        var delay = FillsAtClose ? 0 : 1;
        var held = _broker.Portfolio.EntryBar;
        var expires = _rules.MaxHolding > 0 && held >= 0 && bar + delay >= held + _rules.MaxHolding;
        var early = _signal.Decide(bar, Math.Sign(_broker.Portfolio.Quantity), _account!.Direction, _book.Entry, _book.Exit, expires);
        if (early && bar + delay < _broker.EntryAllowedFrom)
        {
            _signal = default;
            _book.Reject(bar, RejectionReason.Cooldown);
        }

        (_book.Entry, _book.Exit) = (false, false);
    }

    /// <summary>Fills what is filled at the close of the bar that decided.</summary>
    public void FillAtClose(int bar, double close)
    {
        WorkMarket(bar, close, FillMoment.Close);
        _book.Compact();
    }

    /// <summary>Works only what protects the position between open and close: the rules' stop, and stop orders.</summary>
    public void WorkProtection(int bar, in Bar prices)
    {
        if (_guard.IsStopHit(bar, prices.High, prices.Low, out var hit)) CloseByRule(bar, hit, FillMoment.Inside);
        WorkStops(bar, in prices, late: false);
    }

    /// <summary>Closes the position at the market.</summary>
    public void Liquidate(int bar, double market, double volume, FillMoment moment)
    {
        BeginVolume(bar, volume);
        _broker.Close(bar, market);
        Follow(bar, moment);
    }

    /// <summary>Each share has become so many.</summary>
    public void Split(double ratio)
    {
        _signal.Left *= ratio;
        _guard.Split(ratio);
        _book.Split(ratio);
        _broker.Portfolio.Split(ratio);
    }

    /// <summary>Forgets all that was ordered.</summary>
    public void Forget()
    {
        _book.CancelAll();
        (_signal, _book.Entry, _book.Exit) = (default, false, false);
    }

    /// <summary>Saves or restores.</summary>
    public void Persist(StateCodec state)
    {
        state.Value(ref _signal);
        _guard.Persist(state);
        _book.Persist(state);
        _broker.Persist(state);
    }

    private void BeginVolume(int bar, double volume)
    {
        if (_rules.VolumeLimit == 0 || bar == _volumeBar) return;
        (_volumeBar, _broker.VolumeLeft) = (bar, _rules.VolumeLimit * volume);
    }

    private void WorkMarket(int bar, double market, FillMoment moment)
    {
        if (_signal.IsPending) WorkSignal(bar, market, moment);
        var orders = _book.Orders;
        for (var i = 0; i < orders.Length; i++)
        {
            ref var order = ref orders[i];
            if (!order.IsMarket || !order.Works(moment == FillMoment.Close ? bar + 1 : bar)) continue;
            if (order.Order.Type == OrderType.Target) FillTarget(bar, ref order, market, moment);
            else Fill(bar, ref order, market, OrderEffect.Market, moment);
        }
    }

    private void WorkSignal(int bar, double market, FillMoment moment)
    {
        var portfolio = _broker.Portfolio;
        if (_signal.Closes)
        {
            if (portfolio.Quantity != 0)
            {
                _broker.Close(bar, market);
                Follow(bar, moment);
            }

            // What the bar's volume leaves open is closed in the next one.
            if (portfolio.Quantity != 0) return;
            _signal.Closes = false;
            if (bar < _broker.EntryAllowedFrom) _signal.Opens = 0;
        }

        if (_signal.Left != 0)
        {
            var filled = _broker.Trade(
                bar, _signal.Left, _broker.Price(Math.Sign(_signal.Left), market), OrderEffect.Market, out var rejected);
            _signal.Left = rejected is null ? _signal.Left - filled : 0;
            if (rejected is { } reason) _book.Reject(bar, reason);
        }
        else if (_signal.Opens != 0)
        {
            var (side, full) = (_signal.Opens, _broker.IsFull);
            var wanted = full ? 0 : _broker.Open(bar, side, market, _signal.Decided);
            if (wanted == 0) _book.Reject(bar, full ? RejectionReason.OpenPositions : RejectionReason.NoQuantity);
            _signal.Opens = 0;
            _signal.Left = wanted == 0 ? 0 : side * wanted - portfolio.Quantity;
        }

        Follow(bar, moment);
    }

    /// <summary>Orders with a price that the open has passed fill at it.</summary>
    private void WorkPassed(int bar, double open)
    {
        var orders = _book.Orders;
        for (var i = 0; i < orders.Length; i++)
        {
            ref var order = ref orders[i];
            if (!order.Works(bar) || order.InsideBar == bar) continue;
            if (order.IsStop && FillRules.Stop(order.Side, order.StopPrice, open, open, open) == open)
                Trigger(bar, ref order, open, FillMoment.Open);
            else if (order.IsLimit && FillRules.Limit(order.Side, order.Limit, open, open, open) == open)
                Fill(bar, ref order, open, bar > order.PlacedBar + 1 ? OrderEffect.Resting : OrderEffect.Passed, FillMoment.Open);
        }
    }

    /// <summary>Stops inside the bar; <paramref name="late"/> for those only whose entries a limit inside this bar has filled.</summary>
    private void WorkStops(int bar, in Bar prices, bool late)
    {
        var orders = _book.Orders;
        for (var i = 0; i < orders.Length; i++)
        {
            ref var order = ref orders[i];
            if (!order.IsStop || !order.Works(bar) || (late && order.InsideBar != bar)) continue;
            var price = FillRules.Stop(order.Side, order.StopPrice, double.NaN, prices.High, prices.Low);
            if (price > 0) Trigger(bar, ref order, price, FillMoment.Inside);
        }
    }

    private void WorkLimits(int bar, in Bar prices)
    {
        var orders = _book.Orders;
        for (var i = 0; i < orders.Length; i++)
        {
            ref var order = ref orders[i];
            if (!order.IsLimit || !order.Works(bar)) continue;
            var price = FillRules.Limit(order.Side, order.Limit, double.NaN, prices.High, prices.Low);
            if (price > 0) Fill(bar, ref order, price, OrderEffect.Resting, FillMoment.Inside);
        }
    }

    private void WorkOnClose(int bar, double close)
    {
        var orders = _book.Orders;
        for (var i = 0; i < orders.Length; i++)
        {
            ref var order = ref orders[i];
            if (order.Order.Type == OrderType.MarketOnClose && order.Works(bar)) Fill(bar, ref order, close, OrderEffect.Market, FillMoment.Close);
        }
    }

    /// <summary>A stop was reached. A stop-limit order fills where the market is within its limit, else it works as a limit order from the
    /// next bar on.</summary>
    private void Trigger(int bar, ref WorkingOrder order, double market, FillMoment moment)
    {
        if (order.Order.Type != OrderType.StopLimit)
        {
            Fill(bar, ref order, market, OrderEffect.Market, moment);
            return;
        }

        order.Triggered = true;
        if (order.Side > 0 ? market <= order.Limit : market >= order.Limit) Fill(bar, ref order, market, OrderEffect.Passed, moment);
        else order.FirstBar = bar + 1;
    }

    private void FillTarget(int bar, ref WorkingOrder order, double market, FillMoment moment)
    {
        var fraction = order.Order.Quantity;
        var (side, portfolio) = (Math.Sign(fraction), _broker.Portfolio);
        if (portfolio.Quantity != 0 && side != Math.Sign(portfolio.Quantity))
        {
            order.Left = -portfolio.Quantity;
            if (!Fill(bar, ref order, market, OrderEffect.Market, moment, keep: side != 0) || side == 0) return;
        }

        var costs = _broker.CostsOf(bar, side);
        order.Left = TargetSize.Change(portfolio, in costs, fraction, _broker.Price(side, market), _broker.Price(-side, market));
        if (order.Left != 0) Fill(bar, ref order, market, OrderEffect.Market, moment);
        else _book.Remove(ref order);
    }

    /// <summary>Fills an order as far as it can be.</summary>
    /// <returns>True where all of it was filled.</returns>
    private bool Fill(int bar, ref WorkingOrder order, double market, OrderEffect effect, FillMoment moment, bool keep = false)
    {
        var (quantity, position, number) = (order.Left, _broker.Portfolio.Quantity, order.Number);
        RejectionReason? rejected;
        var filled = 0.0;
        if (order.Order.ReducesOnly && Math.Sign(position) != -order.Side)
        {
            rejected = RejectionReason.NothingToReduce;
        }
        else
        {
            if (order.Order.ReducesOnly && Math.Abs(quantity) > Math.Abs(position)) quantity = -position;
            var price = effect == OrderEffect.Market ? _broker.Price(order.Side, market) : market;
            filled = _broker.Trade(bar, quantity, price, effect, out rejected);
        }

        order.Left = quantity - filled;
        if (rejected is { } reason) _book.Reject(bar, reason);
        if (filled != 0) Report(bar, in order, number, filled, moment, keep);
        var done = order.Left == 0 || rejected is not null;
        if (done && !keep) _book.Remove(ref order);
        return done;
    }

    private void Report(int bar, in WorkingOrder order, int number, double filled, FillMoment moment, bool closesOnly)
    {
        // A bracket's group lives until one of it is filled whole: a part of the target leaves the rest of the stop.
        var group = order.Order.ReducesOnly && order.Left != 0 ? 0 : order.Group;
        Follow(bar, moment);
        if (closesOnly) return;
        var first = moment == FillMoment.Close || _rules.StopsFromNextBar ? bar + 1 : bar;
        _book.Filled(number, group, filled, first, moment == FillMoment.Inside ? bar : -1);
    }

    private void CloseByRule(int bar, ExitHit hit, FillMoment moment)
    {
        _broker.Close(bar, hit);
        _signal.Left = 0;
        Follow(bar, moment);
    }

    private void Follow(int bar, FillMoment moment)
    {
        if (_guard.Follow(_broker.Portfolio, bar, moment)) _book.CancelReducing();
    }
}
