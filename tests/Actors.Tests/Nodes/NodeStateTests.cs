using Backtest.Actors.Nodes;
using Backtest.Actors.Supervision;
using Backtest.Actors.Tests.Examples;
using CsCheck;

namespace Backtest.Actors.Tests.Nodes;

public sealed class NodeStateTests
{
    private static readonly NodeSettings Settings = new(
        TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(50), 100, 1 << 20);

    private readonly NodeState _state = new(2, Settings);

    [Fact]
    public void TwoRangesAWorkerAreAskedForOnce()
    {
        Assert.Equal((4, 0), (_state.Room(), _state.Room()));
        var task = Take(1);
        Assert.Equal(0, _state.Room());
        _state.Close(task);
        Assert.Equal((1, 0), (_state.Room(), _state.Room()));
    }

    [Fact]
    public void NoMoreIsAskedForWhileTooManyResultsWait()
    {
        var task = Take(1, count: 200);
        var id = _state.Keep(Chunk(task, 0, 100), TimeSpan.Zero);
        Assert.Equal((100, 0), (_state.Unrecorded, _state.Room()));

        _state.Acknowledge(id!.Value);

        Assert.Equal((0, 3), (_state.Unrecorded, _state.Room()));
    }

    [Fact]
    public void AChunkIsAcknowledgedOnce()
    {
        var chunk = Chunk(Take(1), 0, 10);
        var id = _state.Keep(chunk, TimeSpan.Zero)!.Value;

        Assert.Same(chunk, _state.Acknowledge(id));
        Assert.Null(_state.Acknowledge(id));
        Assert.Null(_state.Acknowledge(12345));
        Assert.Equal(0, _state.Unrecorded);
    }

    [Fact]
    public void AChunkIsOverdueAgainAndAgainUntilItIsAcknowledged()
    {
        var task = Take(1);
        var id = _state.Keep(Chunk(task, 0, 5), TimeSpan.Zero)!.Value;
        _state.Keep(Chunk(task, 5, 5), TimeSpan.FromSeconds(3));

        Assert.Empty(_state.Overdue(TimeSpan.FromSeconds(4.9)));
        Assert.Equal([id], _state.Overdue(TimeSpan.FromSeconds(5)).Select(sent => sent.Id));
        Assert.Empty(_state.Overdue(TimeSpan.FromSeconds(7.9)));
        Assert.Equal(2, _state.Overdue(TimeSpan.FromSeconds(10)).Count);
        _state.Acknowledge(id);
        Assert.Single(_state.Overdue(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void ResultsOfARangeThatIsNoLongerOursAreDropped()
    {
        var (returned, forgotten) = (Take(1), Take(2));
        _state.Return(1);
        Assert.Null(_state.Keep(Chunk(returned, 0, 5), TimeSpan.Zero));
        _state.Forget();
        Assert.Null(_state.Keep(Chunk(forgotten, 0, 5), TimeSpan.Zero));
        Assert.True(_state.Quiet);
    }

    [Fact]
    public void ForgettingKeepsWhatIsNotAcknowledgedAndAsksAnew()
    {
        _state.Room();
        _state.Keep(Chunk(Take(1), 0, 5), TimeSpan.Zero);

        _state.Forget();

        Assert.Single(_state.Unacknowledged);
        Assert.Equal((5, 4), (_state.Unrecorded, _state.Room()));
    }

    [Fact]
    public void ANodeIsQuietWhenNothingRunsAndNothingWaits()
    {
        Assert.True(_state.Quiet);
        var task = Take(1);
        Assert.False(_state.Quiet);
        var id = _state.Keep(Chunk(task, 0, 10), TimeSpan.Zero)!.Value;
        _state.Close(task);
        Assert.False(_state.Quiet);
        _state.Acknowledge(id);
        Assert.True(_state.Quiet);
    }

    [Fact]
    public void TheLastChunkIsTheOneAfterWhichNothingRuns()
    {
        var (first, second) = (Take(1), Take(2));
        Assert.False(IsLast(first, 5, 5));
        _state.Close(first);
        Assert.False(IsLast(second, 0, 5));
        Assert.True(IsLast(second, 5, 5));
    }

    [Fact]
    public void TheLastChunkOfSeveralRangesIsLastAlthoughNoneIsClosedYet()
    {
        var (first, second) = (Take(1), Take(2));

        Assert.False(IsLast(first, 0, 10));
        Assert.True(IsLast(second, 0, 10));
    }

    [Theory]
    [InlineData(0, 0, "1..9")]
    [InlineData(0, 4, "0..3 5..9")]
    [InlineData(3, 4, "3..3 5..9")]
    [InlineData(4, 4, "5..9")]
    [InlineData(0, 9, "0..8")]
    [InlineData(9, 9, "")]
    public void WhatIsLeftOfARangeWithATimedOutBacktestIsBeforeItAndAfterIt(int delivered, int timedOut, string left)
    {
        var task = Take(1);
        if (delivered > 0) _state.Keep(Chunk(task, 0, delivered), TimeSpan.Zero);

        var (id, rest) = _state.TimeOut(Chunk(task, timedOut, 1), TimeSpan.Zero);

        Assert.NotNull(id);
        Assert.Equal(left, string.Join(' ', rest.Select(part => part.Range)));
        Assert.Equal(rest.Count, _state.Open);
        Assert.Null(_state.Keep(Chunk(task, 0, 10), TimeSpan.Zero));
        Assert.All(rest, part => Assert.NotNull(_state.Keep(Chunk(part, (int)part.Range.First, (int)part.Range.Count), TimeSpan.Zero)));
    }

    [Fact]
    public void ATimeOutInARangeThatIsNoLongerOursCountsForNothing()
    {
        var task = Take(1);
        _state.Close(task);

        Assert.Equal((null, 0), (_state.TimeOut(Chunk(task, 3, 1), TimeSpan.Zero).Id, _state.Unrecorded));
    }

    [Fact]
    public void AReturnedLeaseTakesAllItsPartsWithIt()
    {
        var task = Take(1);
        _state.TimeOut(Chunk(task, 4, 1), TimeSpan.Zero);

        _state.Return(1);

        Assert.Equal(0, _state.Open);
    }

    [Fact]
    public void UnrecordedIsTheSumOfWhatIsNotAcknowledged() => Gen.Select(Gen.Int[0, 3], Gen.Int[1, 9]).List[1, 60].Sample(
        steps =>
        {
            var state = new NodeState(2, Settings);
            Dictionary<long, int> model = [];
            var lease = 1L;
            foreach (var (kind, size) in steps)
            {
                if (kind < 2)
                {
                    var task = state.Take(new Lease(lease++, new IndexRange(0, size), 1));
                    model[state.Keep(Chunk(task, 0, size), TimeSpan.Zero)!.Value] = size;
                    state.Close(task);
                }
                else if (kind == 2)
                {
                    Assert.Equal(model.Remove(size), state.Acknowledge(size) is not null);
                }
                else
                {
                    state.Forget();
                }

                Assert.Equal((model.Values.Sum(), model.Count), (state.Unrecorded, state.Unacknowledged.Count));
            }
        },
        iter: 300,
        threads: 1);

    private bool IsLast(RangeTask task, int first, int count)
    {
        _state.Keep(Chunk(task, first, count), TimeSpan.Zero);
        return _state.AllDelivered;
    }

    private RangeTask Take(long lease, int count = 10) => _state.Take(new Lease(lease, new IndexRange(0, count), 1));

    private static ResultChunk Chunk(RangeTask task, int first, int count) =>
        new(task, new IndexRange(first, count), ExampleResults.Rows(first, count), 0, TimeSpan.Zero);
}
