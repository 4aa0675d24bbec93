using Backtest.Engine.Bars;

namespace Backtest.Engine.Execution;

/// <summary>The orders that are working, in the order in which they were placed, and what the strategy signals at the current close.</summary>
internal sealed class OrderBook
{
    private WorkingOrder[] _orders = new WorkingOrder[8];
    private int _count, _lastNumber, _lastGroup, _bar;
    private double _close;
    private bool _entry, _exit;

    /// <summary>A book with a log.</summary>
    public OrderBook(OrderLog log) => Log = log;

    /// <summary>The symbol of its orders in a portfolio.</summary>
    public int Symbol { get; init; }

    /// <summary>What was rejected.</summary>
    public OrderLog Log { get; }

    /// <summary>Whether the strategy signals an entry.</summary>
    public bool Entry
    {
        get => _entry;
        set => _entry = value;
    }

    /// <summary>Whether the strategy signals an exit.</summary>
    public bool Exit
    {
        get => _exit;
        set => _exit = value;
    }

    /// <summary>The number of orders.</summary>
    public int Count => _count;

    /// <summary>The orders.</summary>
    public Span<WorkingOrder> Orders => _orders.AsSpan(0, _count);

    /// <summary>Starts empty.</summary>
    public void Begin()
    {
        (_count, _lastNumber, _lastGroup, Entry, Exit) = (0, 0, 0, false, false);
    }

    /// <summary>Orders are placed at the close of a bar from now on.</summary>
    public void MoveTo(int bar, double close) => (_bar, _close) = (bar, close);

    /// <summary>Places an order.</summary>
    public int Place(in Order order, int group = 0)
    {
        if (order.Quantity != 0 || order.Type == OrderType.Target) return Add(in order, group, 0);
        Reject(_bar, RejectionReason.NoQuantity);
        return 0;
    }

    /// <summary>Places two orders that cancel each other.</summary>
    public (int First, int Second) PlaceGroup(in Order first, in Order second)
    {
        var group = ++_lastGroup;
        return (Place(in first, group), Place(in second, group));
    }

    /// <summary>Places an entry and what protects it.</summary>
    public int PlaceBracket(in Order entry, double stop, double target)
    {
        var number = Place(in entry);
        if (number == 0) return 0;
        var (group, side) = (++_lastGroup, -Math.Sign(entry.Quantity));
        Add(Order.Stop(side, stop).ReduceOnly(), group, number);
        Add(Order.TakeProfit(side, target), group, number);
        return number;
    }

    /// <summary>Cancels an order, and what waits for it.</summary>
    public bool Cancel(int number)
    {
        var found = false;
        foreach (ref var order in Orders)
        {
            if (number == 0 || order.Number != number) continue;
            Remove(ref order);
            found = true;
        }

        Compact();
        return found;
    }

    /// <summary>Notes what was not filled.</summary>
    public void Reject(int bar, RejectionReason reason) => Log.Add(bar, Symbol, reason);

    /// <summary>Cancels all.</summary>
    public void CancelAll() => _count = 0;

    /// <summary>Ends orders that are good no longer.</summary>
    public void Expire(int bar, long closeTime)
    {
        foreach (ref var order in Orders)
        {
            var (bars, endTime) = (order.Order.Bars, order.Order.EndTime);
            if ((bars > 0 && bar > order.PlacedBar + bars) || (endTime > 0 && closeTime > endTime)) Remove(ref order);
        }
    }

    /// <summary>Takes an order out, and what waits for it.</summary>
    public void Remove(ref WorkingOrder order)
    {
        var number = order.Number;
        if (number == 0) return;
        order.Number = 0;
        foreach (ref var other in Orders)
        {
            if (other.Waits && other.Entry == number) other.Number = 0;
        }
    }

    /// <summary>A part of an order was filled: what waits for it begins to work for as much, and those of its group are cancelled.</summary>
    /// <param name="number">The order's number.</param>
    /// <param name="group">Its group.</param>
    /// <param name="filled">The quantity, with its sign.</param>
    /// <param name="firstBar">The first bar in which what protects it works.</param>
    /// <param name="insideBar">The bar inside which it was filled; -1 where it was filled at an open or a close.</param>
    public void Filled(int number, int group, double filled, int firstBar, int insideBar)
    {
        foreach (ref var order in Orders)
        {
            if (order.Number == 0) continue;
            if (group != 0 && order.Group == group && order.Number != number) order.Number = 0;
            if (order.Entry != number) continue;
            order.Left = order.Waits ? -filled : order.Left - filled;
            if (!order.Waits) continue;
            order.Waits = false;
            // Inside a bar nobody knows what came before the entry: the stop counts, the target does not.
            order.FirstBar = insideBar >= 0 && order.IsLimit ? insideBar + 1 : firstBar;
            order.InsideBar = insideBar;
        }
    }

    /// <summary>The position is closed: what only reduces it is cancelled.</summary>
    public void CancelReducing()
    {
        foreach (ref var order in Orders)
        {
            if (order.Order.ReducesOnly && !order.Waits) order.Number = 0;
        }
    }

    /// <summary>Trailing stops take in a bar that was checked.</summary>
    public void Trail(int bar, double high, double low)
    {
        foreach (ref var order in Orders)
        {
            if (order.Order.Type == OrderType.TrailingStop && order.FirstBar <= bar)
                order.Best = order.Side < 0 ? Math.Max(order.Best, high) : Math.Min(order.Best, low);
        }
    }

    /// <summary>Each share has become so many.</summary>
    public void Split(double ratio)
    {
        foreach (ref var order in Orders)
        {
            if (order.Order.Type != OrderType.Target) order.Left *= ratio;
            order.Order = order.Order.Split(ratio);
            order.Best /= ratio;
        }
    }

    /// <summary>Closes the gaps that done orders have left.</summary>
    public void Compact()
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            if (_orders[i].Number == 0) continue;
            if (kept != i) _orders[kept] = _orders[i];
            kept++;
        }

        _count = kept;
    }

    /// <summary>Saves or restores.</summary>
    public void Persist(StateCodec state)
    {
        state.Values(ref _orders);
        state.Value(ref _count);
        state.Value(ref _lastNumber);
        state.Value(ref _lastGroup);
        state.Value(ref _bar);
        state.Value(ref _close);
        state.Value(ref _entry);
        state.Value(ref _exit);
    }

    private int Add(in Order order, int group, int entry)
    {
        if (_count == _orders.Length) Array.Resize(ref _orders, _count * 2);
        _orders[_count++] = new WorkingOrder
        {
            Order = order,
            Number = ++_lastNumber,
            Group = group,
            Entry = entry,
            Left = order.Quantity,
            PlacedBar = _bar,
            Waits = entry != 0,
            FirstBar = _bar + 1,
            InsideBar = -1,
            Best = _close,
        };
        return _lastNumber;
    }
}
