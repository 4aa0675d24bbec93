namespace Backtest.Actors.Supervision;

/// <summary>Who has leased what, and what is still missing. Time is an argument; nothing is sent from here. Counts are by index: however often
/// a range was handed out, each backtest is counted once.</summary>
public sealed class SupervisorState
{
    /// <summary>A range that came back unfinished so often is not handed out again: it stops the run.</summary>
    public const int MaximumAttempts = 3;

    private readonly MissingQueue _missing;
    private readonly Dictionary<string, NodeLeases> _nodes = [];
    private readonly TimeSpan _leaseTimeout;
    private readonly Queue<string> _turns = [];
    private RangeSizing _sizing;
    private long _nextLease = 1;

    /// <summary>Nothing is leased yet.</summary>
    /// <param name="missing">The missing backtests.</param>
    /// <param name="sizing">How many are handed out together.</param>
    /// <param name="leaseTimeout">A node that was silent for so long loses its leases.</param>
    public SupervisorState(IEnumerable<IndexRange> missing, RangeSizing sizing, TimeSpan leaseTimeout)
    {
        _missing = new MissingQueue(missing);
        (_sizing, _leaseTimeout, Missing) = (sizing, leaseTimeout, _missing.Count);
    }

    /// <summary>Backtests not yet recorded.</summary>
    public long Missing { get; private set; }

    /// <summary>Backtests recorded in this run that ran to their end.</summary>
    public long Done { get; private set; }

    /// <summary>Backtests recorded in this run that did not.</summary>
    public long Failed { get; private set; }

    /// <summary>The mean time of one backtest; null before one is known.</summary>
    public TimeSpan? PerBacktest => _sizing.PerBacktest;

    /// <summary>Leases not yet finished.</summary>
    public int Leased => _nodes.Values.Sum(node => node.Leases.Count);

    /// <summary>Backtests that nobody has leased.</summary>
    public long Queued => _missing.Count;

    /// <summary>The names of the nodes that have joined.</summary>
    public IReadOnlyCollection<string> Nodes => _nodes.Keys;

    /// <summary>A node joins; one of that name that was there before has lost its leases.</summary>
    public void Join(string node, int workers, TimeSpan now)
    {
        if (_nodes.ContainsKey(node)) Leave(node);
        _nodes[node] = new NodeLeases(workers) { LastSeen = now };
        _turns.Enqueue(node);
    }

    /// <summary>A node asks for so many more ranges.</summary>
    public void Request(string node, int count, TimeSpan now)
    {
        if (!_nodes.TryGetValue(node, out var leases)) return;
        leases.Wanted += count;
        leases.LastSeen = now;
    }

    /// <summary>A node is alive.</summary>
    public void Alive(string node, TimeSpan now)
    {
        if (_nodes.TryGetValue(node, out var leases)) leases.LastSeen = now;
    }

    /// <summary>Deals ranges to the nodes that want some, one a turn, until none wants or none is left.</summary>
    public IReadOnlyList<(string Node, Lease Lease)> Deal()
    {
        List<(string, Lease)> dealt = [];
        for (var idle = 0; idle < _turns.Count && _missing.Count > 0;)
        {
            var node = _turns.Dequeue();
            _turns.Enqueue(node);
            var leases = _nodes[node];
            if (leases.Wanted == 0)
            {
                idle++;
                continue;
            }

            idle = 0;
            leases.Wanted--;
            var (range, attempts) = _missing.Take(_sizing.Next(_missing.Count, _nodes.Values.Sum(other => other.Workers)))!.Value;
            var lease = new Lease(_nextLease++, range, 1 + attempts);
            leases.Leases[lease.Id] = new LeaseProgress(lease);
            dealt.Add((node, lease));
        }

        return dealt;
    }

    /// <summary>Results are recorded. What was recorded before under another lease, or twice, does not count again.</summary>
    public void Record(string node, long leaseId, IndexRange range, int failed, TimeSpan busy, TimeSpan now)
    {
        Alive(node, now);
        if (!_nodes.TryGetValue(node, out var leases) || !leases.Leases.TryGetValue(leaseId, out var lease)) return;
        if (!lease.Record(range)) return;
        _sizing = _sizing.Learn(range.Count, busy);
        Failed += failed;
        Done += range.Count - failed;
        Missing -= range.Count;
        if (lease.Finished) leases.Leases.Remove(leaseId);
    }

    /// <summary>A node gives a lease back. What of it is not recorded is missing again.</summary>
    /// <returns>The range that came back too often, which must stop the run; null where all is well.</returns>
    public IndexRange? Return(string node, long leaseId)
    {
        if (!_nodes.TryGetValue(node, out var leases) || !leases.Leases.Remove(leaseId, out var lease)) return null;
        return PutBack(lease);
    }

    /// <summary>A node is gone; its leases are free.</summary>
    public IndexRange? Leave(string node)
    {
        if (!_nodes.Remove(node, out var leases)) return null;
        var turns = _turns.Where(other => other != node).ToArray();
        _turns.Clear();
        foreach (var other in turns) _turns.Enqueue(other);
        IndexRange? tooOften = null;
        foreach (var lease in leases.Leases.Values) tooOften = PutBack(lease) ?? tooOften;
        return tooOften;
    }

    /// <summary>The nodes that have been silent for longer than a lease lasts.</summary>
    public IReadOnlyList<string> Silent(TimeSpan now) =>
        [.. _nodes.Where(node => now - node.Value.LastSeen > _leaseTimeout).Select(node => node.Key)];

    private IndexRange? PutBack(LeaseProgress lease)
    {
        IndexRange? tooOften = null;
        foreach (var range in lease.Open.Reverse())
        {
            _missing.PutBack(range, lease.Lease.Attempt);
            if (lease.Lease.Attempt >= MaximumAttempts) tooOften = range;
        }

        return tooOften;
    }

    private sealed class NodeLeases(int workers)
    {
        public int Workers { get; } = workers;

        public int Wanted { get; set; }

        public TimeSpan LastSeen { get; set; }

        public Dictionary<long, LeaseProgress> Leases { get; } = [];
    }
}
