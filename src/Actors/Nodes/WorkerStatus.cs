using Backtest.Actors.Running;

namespace Backtest.Actors.Nodes;

/// <summary>What a worker is doing, written by the worker and watched by its node without a message: only so can a node see that a
/// backtest does not end. The fields are read and written atomically; one compare-and-swap decides whether a backtest ended or timed out.</summary>
/// <param name="name">The worker's name.</param>
internal sealed class WorkerStatus(string name)
{
    private const long Idle = -1;
    private const long GivenUp = -2;

    private long _running = Idle;
    private long _since;
    private long _completed;
    private RangeTask? _task;

    /// <summary>The worker's name.</summary>
    public string Name => name;

    /// <summary>The range it is in; null between ranges.</summary>
    public RangeTask? Task => Volatile.Read(ref _task);

    /// <summary>True once the node gave the worker up: nothing that it still finishes counts.</summary>
    public bool Abandoned => Interlocked.Read(ref _running) == GivenUp;

    /// <summary>What the worker shows of itself.</summary>
    public WorkerProgress Progress =>
        new(name, Interlocked.Read(ref _completed), Math.Max(Idle, Interlocked.Read(ref _running)));

    /// <summary>A range begins, or ends where <paramref name="task"/> is null.</summary>
    public void Enter(RangeTask? task) => Volatile.Write(ref _task, task);

    /// <summary>Back to idle, after a defect ended a range.</summary>
    public void Reset()
    {
        Enter(null);
        Interlocked.Exchange(ref _running, Idle);
    }

    /// <summary>A backtest begins.</summary>
    /// <param name="position">Its position in the stage.</param>
    /// <param name="timestamp">The clock's timestamp.</param>
    public void Begin(long position, long timestamp)
    {
        Interlocked.Exchange(ref _since, timestamp);
        Interlocked.CompareExchange(ref _running, position, Idle);
    }

    /// <summary>A backtest ended.</summary>
    /// <returns>False where it had timed out before; its result does not count.</returns>
    public bool End(long position)
    {
        if (Interlocked.CompareExchange(ref _running, Idle, position) != position) return false;
        Interlocked.Increment(ref _completed);
        return true;
    }

    /// <summary>Gives the worker up where it has been in one backtest for longer than <paramref name="timeout"/>.</summary>
    /// <returns>The backtest's position; null where the worker is well.</returns>
    public long? GiveUp(TimeSpan timeout, TimeProvider clock)
    {
        var index = Interlocked.Read(ref _running);
        if (index < 0 || clock.GetElapsedTime(Interlocked.Read(ref _since)) < timeout) return null;
        // The time is read before the swap: had the worker gone on to another backtest since, the index would differ.
        return Interlocked.CompareExchange(ref _running, GivenUp, index) == index ? index : null;
    }
}
