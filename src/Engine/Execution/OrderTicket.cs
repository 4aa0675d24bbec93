namespace Backtest.Engine.Execution;

/// <summary>Takes the orders of a bar-by-bar strategy. In the warm-up it takes none, without a word.</summary>
public sealed class OrderTicket
{
    private readonly OrderBook _book;

    internal OrderTicket(OrderBook book) => _book = book;

    /// <summary>False in the warm-up.</summary>
    public bool IsOpen { get; internal set; }

    /// <summary>The number of orders that are working, those of brackets that wait for their entry included.</summary>
    public int WorkingOrders => _book.Count;

    /// <summary>Signals an entry, as the signal columns do: what it means depends on the study's direction, what it opens on the study's
    /// rules.</summary>
    public void Enter()
    {
        if (IsOpen) _book.Entry = true;
    }

    /// <summary>Signals an exit, as the signal columns do.</summary>
    public void Exit()
    {
        if (IsOpen) _book.Exit = true;
    }

    /// <summary>Places an order.</summary>
    /// <returns>Its number, for <see cref="Cancel"/>; 0 where it was not taken.</returns>
    public int Place(in Order order) => IsOpen ? _book.Place(in order) : 0;

    /// <summary>Places two orders, of which a fill of one cancels the other.</summary>
    /// <returns>Their numbers; 0 for one that was not taken.</returns>
    public (int First, int Second) PlaceOneCancelsOther(in Order first, in Order second) => IsOpen ? _book.PlaceGroup(in first, in second) : (0, 0);

    /// <summary>Places an entry with a stop and a target, which work as soon as the entry is filled, for as much as was filled; one cancels
    /// the other.</summary>
    /// <param name="entry">The entry; its quantity is not zero.</param>
    /// <param name="stop">The stop's price.</param>
    /// <param name="target">The target's price.</param>
    /// <returns>The entry's number; 0 where it was not taken.</returns>
    public int PlaceBracket(in Order entry, double stop, double target) => IsOpen ? _book.PlaceBracket(in entry, stop, target) : 0;

    /// <summary>Cancels an order. A bracket's stop and target go with an entry that was not filled.</summary>
    /// <returns>False where no such order is working.</returns>
    public bool Cancel(int number) => IsOpen && _book.Cancel(number);

    /// <summary>Cancels all orders.</summary>
    public void CancelAll()
    {
        if (IsOpen) _book.CancelAll();
    }
}
