using Backtest.Storage.Journal;

namespace Backtest.Actors.Checkpoints;

/// <summary>Results collected for the next writes, in order of arrival, and the requests they came with.</summary>
/// <typeparam name="TSender">Who is told that a request is recorded.</typeparam>
public sealed class PendingResults<TSender>
    where TSender : notnull
{
    private readonly Queue<(TSender Sender, long Id, IReadOnlyList<RecordedResult> Rows, TimeSpan Arrived)> _requests = [];
    private readonly HashSet<(TSender, long)> _waiting = [];
    private int _taken;

    /// <summary>The number of results collected and not taken.</summary>
    public int Count { get; private set; }

    /// <summary>When the oldest of them arrived; null where there are none.</summary>
    public TimeSpan? Oldest => _requests.TryPeek(out var first) ? first.Arrived : null;

    /// <summary>Collects a request; one that is waiting already was sent twice and counts once.</summary>
    public void Add(TSender sender, long id, IReadOnlyList<RecordedResult> rows, TimeSpan now)
    {
        if (!_waiting.Add((sender, id))) return;
        _requests.Enqueue((sender, id, rows, now));
        Count += rows.Count;
    }

    /// <summary>Takes <paramref name="count"/> results from the front.</summary>
    /// <returns>The results, and the requests whose last result is among them.</returns>
    public (List<RecordedResult> Rows, List<(TSender Sender, long Id)> Completed) Take(int count)
    {
        List<RecordedResult> rows = new(count);
        List<(TSender, long)> completed = [];
        while (_requests.TryPeek(out var request))
        {
            var end = Math.Min(request.Rows.Count, _taken + count - rows.Count);
            for (; _taken < end; _taken++) rows.Add(request.Rows[_taken]);
            if (_taken < request.Rows.Count) break;
            completed.Add((request.Sender, request.Id));
            _requests.Dequeue();
            _waiting.Remove((request.Sender, request.Id));
            _taken = 0;
        }

        Count -= rows.Count;
        return (rows, completed);
    }
}
