namespace Backtest.Actors.Supervision;

/// <summary>The missing backtests that nobody has leased, as ranges. What comes back goes to the front, so that it is not left for the end.</summary>
public sealed class MissingQueue
{
    private readonly LinkedList<IndexRange> _ranges = [];

    /// <summary>A queue of disjoint ranges.</summary>
    public MissingQueue(IEnumerable<IndexRange> ranges)
    {
        foreach (var range in ranges)
        {
            _ranges.AddLast(range);
            Count += range.Count;
        }
    }

    /// <summary>The number of backtests in the queue.</summary>
    public long Count { get; private set; }

    /// <summary>Takes up to <paramref name="most"/> consecutive backtests from the front; null where the queue is empty.</summary>
    public IndexRange? Take(long most)
    {
        if (_ranges.First is not { } front) return null;
        var taken = new IndexRange(front.Value.First, Math.Min(most, front.Value.Count));
        if (taken.Count == front.Value.Count) _ranges.RemoveFirst();
        else front.Value = new IndexRange(taken.End, front.Value.Count - taken.Count);
        Count -= taken.Count;
        return taken;
    }

    /// <summary>Puts a range back at the front.</summary>
    public void PutBack(IndexRange range)
    {
        _ranges.AddFirst(range);
        Count += range.Count;
    }
}
