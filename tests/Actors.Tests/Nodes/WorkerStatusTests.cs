using Backtest.Actors.Nodes;
using Backtest.Actors.Running;
using Backtest.Actors.Supervision;
using Backtest.Actors.Tests.Examples;

namespace Backtest.Actors.Tests.Nodes;

public sealed class WorkerStatusTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ManualClock _clock = new();
    private readonly WorkerStatus _status = new("worker-1");

    [Fact]
    public void AWorkerShowsWhatItRunsAndHowMuchItHasRun()
    {
        Assert.Equal(new WorkerProgress("worker-1", 0, -1), _status.Progress);
        Begin(42);
        Assert.Equal(new WorkerProgress("worker-1", 0, 42), _status.Progress);
        Assert.True(_status.End(42));
        Assert.Equal(new WorkerProgress("worker-1", 1, -1), _status.Progress);
    }

    [Fact]
    public void AWorkerIsGivenUpOnceItsBacktestTakesTooLong()
    {
        Begin(7);
        _clock.Advance(Limit - TimeSpan.FromTicks(1));
        Assert.Null(_status.GiveUp(Limit, _clock));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(7, _status.GiveUp(Limit, _clock));
        Assert.Null(_status.GiveUp(Limit, _clock));
        Assert.True(_status.Abandoned);
        Assert.Equal(-1, _status.Progress.Running);
    }

    [Fact]
    public void WhatAGivenUpWorkerFinishesDoesNotCount()
    {
        Begin(7);
        _clock.Advance(Limit);
        _status.GiveUp(Limit, _clock);

        Assert.False(_status.End(7));
        Begin(8);
        Assert.False(_status.End(8));
        Assert.Equal(0, _status.Progress.Completed);
    }

    [Fact]
    public void AnIdleWorkerIsNeverGivenUp()
    {
        Begin(7);
        _status.End(7);
        _clock.Advance(Limit * 10);

        Assert.Null(_status.GiveUp(Limit, _clock));
    }

    [Fact]
    public void TheTimeCountsFromTheBacktestNotFromTheRange()
    {
        Begin(1);
        _clock.Advance(Limit * 0.9);
        _status.End(1);
        Begin(2);
        _clock.Advance(Limit * 0.9);

        Assert.Null(_status.GiveUp(Limit, _clock));
    }

    [Fact]
    public void AfterADefectTheWorkerIsIdle()
    {
        _status.Enter(new RangeTask(1, new IndexRange(0, 5), 1));
        Begin(3);

        _status.Reset();

        Assert.Null(_status.Task);
        Assert.Equal(-1, _status.Progress.Running);
    }

    [Fact]
    public async Task EitherTheWorkerEndsABacktestOrItIsGivenUpNeverBoth()
    {
        for (var round = 0; round < 500; round++)
        {
            var status = new WorkerStatus("racing");
            status.Begin(round, 0);
            using var start = new Barrier(2);
            var ended = Task.Run(() =>
            {
                start.SignalAndWait();
                return status.End(round);
            });
            start.SignalAndWait();
            var givenUp = status.GiveUp(TimeSpan.Zero, _clock) is not null;

            Assert.NotEqual(givenUp, await ended);
        }
    }

    private void Begin(long index) => _status.Begin(index, _clock.GetTimestamp());
}
