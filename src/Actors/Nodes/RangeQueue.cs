using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Backtest.Actors.Nodes;

/// <summary>The ranges that wait on a node. All workers take from one queue, so that a range never waits for one that is busy.
/// Filled and closed by the node; taken from by any thread.</summary>
internal sealed class RangeQueue
{
    private readonly BlockingCollection<RangeTask> _tasks = new(new ConcurrentQueue<RangeTask>());

    /// <summary>True once nothing more is to be started; whoever runs a range stops after the backtest it is in.</summary>
    public bool Closed => _tasks.IsAddingCompleted;

    /// <summary>Adds a range; dropped where the queue is closed.</summary>
    public void Add(RangeTask task)
    {
        try
        {
            if (!Closed) _tasks.Add(task);
        }
        catch (InvalidOperationException)
        {
            // Closed by another thread in between: the run is over.
        }
    }

    /// <summary>The next range, if one waits.</summary>
    public bool TryTake([NotNullWhen(true)] out RangeTask? task) => _tasks.TryTake(out task);

    /// <summary>The ranges as they come, until the queue is closed: for a thread that has nothing else to do.</summary>
    public IEnumerable<RangeTask> TakeAll() => _tasks.GetConsumingEnumerable();

    /// <summary>Closes the queue.</summary>
    /// <returns>The ranges that nobody took.</returns>
    public IReadOnlyList<RangeTask> Close()
    {
        _tasks.CompleteAdding();
        List<RangeTask> left = [];
        while (_tasks.TryTake(out var task)) left.Add(task);
        return left;
    }
}
