namespace Backtest.Actors.Supervision;

/// <summary>What of a lease is not yet recorded.</summary>
internal sealed class LeaseProgress(Lease lease)
{
    private readonly List<IndexRange> _open = [lease.Range];

    /// <summary>The lease.</summary>
    public Lease Lease { get; } = lease;

    /// <summary>The ranges not yet recorded, in order.</summary>
    public IEnumerable<IndexRange> Open => _open;

    /// <summary>True when all of it is recorded.</summary>
    public bool Finished => _open.Count == 0;

    /// <summary>Takes a recorded range out.</summary>
    /// <returns>False, and nothing is taken out, unless all of it was still open.</returns>
    public bool Record(IndexRange recorded)
    {
        var at = _open.FindIndex(open => open.First <= recorded.First && recorded.End <= open.End);
        if (at < 0) return false;
        var open = _open[at];
        _open.RemoveAt(at);
        if (recorded.End < open.End) _open.Insert(at, new IndexRange(recorded.End, open.End - recorded.End));
        if (open.First < recorded.First) _open.Insert(at, new IndexRange(open.First, recorded.First - open.First));
        return true;
    }
}
