using System.Collections.Concurrent;
using Backtest.Actors.Nodes;
using Backtest.Actors.Supervision;

namespace Backtest.Actors.Tests.Nodes;

public sealed class RangeQueueTests
{
    private readonly RangeQueue _queue = new();

    [Fact]
    public void RangesAreTakenInOrder()
    {
        for (var i = 0; i < 3; i++) _queue.Add(Task(i));

        Assert.True(_queue.TryTake(out var first));
        Assert.Equal(Task(0), first);
        Assert.False(_queue.Closed);
    }

    [Fact]
    public void AClosedQueueGivesBackWhatNobodyTookAndTakesNothingMore()
    {
        for (var i = 0; i < 3; i++) _queue.Add(Task(i));
        _queue.TryTake(out _);

        Assert.Equal([Task(1), Task(2)], _queue.Close());
        _queue.Add(Task(9));

        Assert.True(_queue.Closed);
        Assert.False(_queue.TryTake(out _));
        Assert.Empty(_queue.Close());
        Assert.Empty(_queue.TakeAll());
    }

    [Fact]
    public async Task EachRangeIsTakenByOneThreadUntilTheQueueIsClosed()
    {
        ConcurrentBag<RangeTask> taken = [];
        var threads = Enumerable.Range(0, 4).Select(_ => System.Threading.Tasks.Task.Factory.StartNew(
            () =>
            {
                foreach (var task in _queue.TakeAll()) taken.Add(task);
            },
            TaskCreationOptions.LongRunning)).ToArray();
        for (var i = 0; i < 2000; i++) _queue.Add(Task(i));

        var left = _queue.Close();
        await System.Threading.Tasks.Task.WhenAll(threads).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(Enumerable.Range(0, 2000).Select(Task), taken.Concat(left).OrderBy(task => task.LeaseId));
    }

    private static RangeTask Task(int id) => new(id, new IndexRange(id * 10, 10), 1);
}
