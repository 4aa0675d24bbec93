using Backtest.Actors.Supervision;
using CsCheck;

namespace Backtest.Actors.Tests.Supervision;

public sealed class MissingQueueTests
{
    [Fact]
    public void ATakenRangeNeverReachesOverAGap()
    {
        var queue = new MissingQueue([new IndexRange(0, 5), new IndexRange(10, 3)]);

        Assert.Equal(8, queue.Count);
        Assert.Equal((new IndexRange(0, 4), 0), queue.Take(4));
        Assert.Equal((new IndexRange(4, 1), 0), queue.Take(4));
        Assert.Equal((new IndexRange(10, 3), 0), queue.Take(4));
        Assert.Null(queue.Take(4));
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public void WhatComesBackIsTakenNextAndRemembersItsAttempts()
    {
        var queue = new MissingQueue([new IndexRange(0, 100)]);
        queue.Take(10);
        queue.PutBack(new IndexRange(0, 10), 2);

        Assert.Equal((new IndexRange(0, 6), 2), queue.Take(6));
        Assert.Equal((new IndexRange(6, 4), 2), queue.Take(6));
        Assert.Equal((new IndexRange(10, 6), 0), queue.Take(6));
    }

    [Fact]
    public void EveryBacktestIsTakenOnceHoweverRangesAreSplitAndPutBack() =>
        Gen.Select(Gen.Long[1, 500], Gen.Int[1, 40].List[1, 200], Gen.Int[0, 5]).Sample(
            (count, sizes, backEvery) =>
            {
                var queue = new MissingQueue([new IndexRange(0, count)]);
                List<long> taken = [];
                for (var step = 0; queue.Count > 0; step++)
                {
                    var (range, attempts) = queue.Take(sizes[step % sizes.Count])!.Value;
                    if (attempts == 0 && backEvery > 0 && step % backEvery == 0) queue.PutBack(range, 1);
                    else for (var index = range.First; index < range.End; index++) taken.Add(index);
                }

                Assert.Equal(Enumerable.Range(0, (int)count).Select(index => (long)index), taken.Order());
            },
            iter: 300,
            threads: 1);
}
