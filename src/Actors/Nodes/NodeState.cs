using Backtest.Actors.Supervision;

namespace Backtest.Actors.Nodes;

/// <summary>What a node holds: the ranges that wait or run here, and the results that the checkpoint has not acknowledged. Time is an
/// argument.</summary>
/// <param name="workers">The node's workers.</param>
/// <param name="settings">The node's settings.</param>
internal sealed class NodeState(int workers, NodeSettings settings)
{
    private readonly Dictionary<RangeTask, long> _delivered = [];
    private readonly SortedDictionary<long, SentChunk> _sent = [];
    private long _nextChunk = 1;
    private int _asked;

    /// <summary>Results that are not acknowledged.</summary>
    public int Unrecorded { get; private set; }

    /// <summary>Ranges that wait or run here.</summary>
    public int Open => _delivered.Count;

    /// <summary>True where nothing runs and every result is acknowledged.</summary>
    public bool Quiet => Open == 0 && _sent.Count == 0;

    /// <summary>The chunks that are not acknowledged.</summary>
    public IReadOnlyList<(long Id, ResultChunk Chunk)> Unacknowledged => [.. _sent.Select(entry => (entry.Key, entry.Value.Chunk))];

    /// <summary>True where all results of all ranges here have been handed on: nothing is left to be done.</summary>
    public bool AllDelivered => _delivered.All(task => task.Value == task.Key.Range.End);

    /// <summary>How many ranges to ask for now: two a worker are in hand or asked for, unless too many results wait for the checkpoint.
    /// They count as asked for from now on.</summary>
    public int Room()
    {
        if (Unrecorded >= settings.UnrecordedLimit) return 0;
        var room = Math.Max(0, 2 * workers - Open - _asked);
        _asked += room;
        return room;
    }

    /// <summary>A lease came that was asked for.</summary>
    public RangeTask Take(Lease lease)
    {
        _asked = Math.Max(0, _asked - 1);
        var task = new RangeTask(lease.Id, lease.Range, lease.Attempt);
        _delivered[task] = task.Range.First;
        return task;
    }

    /// <summary>The supervisor has given our leases to others: nothing is open or asked for any more.</summary>
    public void Forget()
    {
        _asked = 0;
        _delivered.Clear();
    }

    /// <summary>Results came from whoever runs their range.</summary>
    /// <returns>The id under which to send them to the checkpoint; null where the range is no longer ours to run.</returns>
    public long? Keep(ResultChunk chunk, TimeSpan now)
    {
        if (!_delivered.ContainsKey(chunk.Task)) return null;
        _delivered[chunk.Task] = chunk.Range.End;
        return Send(chunk, now);
    }

    /// <summary>The checkpoint recorded a chunk.</summary>
    /// <returns>The chunk; null where it was acknowledged before.</returns>
    public ResultChunk? Acknowledge(long id)
    {
        if (!_sent.Remove(id, out var sent)) return null;
        Unrecorded -= sent.Chunk.Rows.Count;
        return sent.Chunk;
    }

    /// <summary>The chunks whose acknowledgement is overdue; they count as sent again at <paramref name="now"/>.</summary>
    public IReadOnlyList<(long Id, ResultChunk Chunk)> Overdue(TimeSpan now)
    {
        var overdue = _sent.Where(entry => now - entry.Value.SentAt >= settings.ResendAfter).Select(entry => entry.Key).ToArray();
        foreach (var id in overdue) _sent[id] = _sent[id] with { SentAt = now };
        return [.. overdue.Select(id => (id, _sent[id].Chunk))];
    }

    /// <summary>Nothing more of a range is run here.</summary>
    public void Close(RangeTask task) => _delivered.Remove(task);

    /// <summary>A lease is given back: nothing more of any of its ranges is run here.</summary>
    public void Return(long leaseId)
    {
        foreach (var task in _delivered.Keys.Where(task => task.LeaseId == leaseId).ToArray()) _delivered.Remove(task);
    }

    /// <summary>A backtest timed out. Its range is replaced by what of it is left to run, before it and after it.</summary>
    /// <param name="timedOut">The result to record in its place, and the range that it is part of.</param>
    /// <param name="now">The time.</param>
    /// <returns>The id under which to send the result; null where the range is no longer ours to run. And the ranges left.</returns>
    public (long? Id, IReadOnlyList<RangeTask> Remaining) TimeOut(ResultChunk timedOut, TimeSpan now)
    {
        var (task, index) = (timedOut.Task, timedOut.Range.First);
        if (!_delivered.Remove(task, out var next)) return (null, []);
        List<RangeTask> rest = [];
        if (next < index) rest.Add(task with { Range = new IndexRange(next, index - next) });
        if (index + 1 < task.Range.End) rest.Add(task with { Range = new IndexRange(index + 1, task.Range.End - index - 1) });
        foreach (var left in rest) _delivered[left] = left.Range.First;
        return (Send(timedOut, now), rest);
    }

    private long Send(ResultChunk chunk, TimeSpan now)
    {
        Unrecorded += chunk.Rows.Count;
        _sent[_nextChunk] = new SentChunk(chunk, now);
        return _nextChunk++;
    }

    private sealed record SentChunk(ResultChunk Chunk, TimeSpan SentAt);
}
