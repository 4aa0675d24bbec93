namespace Backtest.Actors.Supervision;

/// <summary>The missing backtests that nobody has leased, as ranges. What comes back goes to the front, so that it is not left for the end.</summary>
public sealed class MissingQueue
{
    private readonly LinkedList<(IndexRange Range, int Attempts)> _ranges = [];

    /// <summary>A queue of disjoint ranges.</summary>
    public MissingQueue(IEnumerable<IndexRange> ranges)
    {
        foreach (var range in ranges)
        {
            _ranges.AddLast((range, 0));
            Count += range.Count;
        }
    }

    /// <summary>The number of backtests in the queue.</summary>
    public long Count { get; private set; }

    /// <summary>Takes up to <paramref name="most"/> consecutive backtests from the front; null where the queue is empty.</summary>
    /// <returns>The backtests, and how often they have been handed out before.</returns>
    public (IndexRange Range, int Attempts)? Take(long most)
    {
        if (_ranges.First is not { } front) return null;
        var (range, attempts) = front.Value;
        var taken = new IndexRange(range.First, Math.Min(most, range.Count));
        if (taken.Count == range.Count) _ranges.RemoveFirst();
        else front.Value = (new IndexRange(taken.End, range.Count - taken.Count), attempts);
        Count -= taken.Count;
        return (taken, attempts);
    }

    /// <summary>Puts a range back at the front.</summary>
    /// <param name="range">The range.</param>
    /// <param name="attempts">How often it has been handed out.</param>
    public void PutBack(IndexRange range, int attempts)
    {
        _ranges.AddFirst((range, attempts));
        Count += range.Count;
    }
}
