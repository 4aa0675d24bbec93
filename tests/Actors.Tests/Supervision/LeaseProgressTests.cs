using Backtest.Actors.Supervision;
using CsCheck;

namespace Backtest.Actors.Tests.Supervision;

public sealed class LeaseProgressTests
{
    [Fact]
    public void WhatIsRecordedIsTakenOutOnce()
    {
        var lease = new LeaseProgress(new Lease(1, new IndexRange(10, 10), 1));

        Assert.True(lease.Record(new IndexRange(12, 3)));
        Assert.False(lease.Record(new IndexRange(12, 3)));
        Assert.False(lease.Record(new IndexRange(14, 2)));
        Assert.Equal([new IndexRange(10, 2), new IndexRange(15, 5)], lease.Open);
        Assert.False(lease.Finished);
        Assert.True(lease.Record(new IndexRange(10, 2)));
        Assert.True(lease.Record(new IndexRange(15, 5)));
        Assert.True(lease.Finished);
    }

    [Theory]
    [InlineData(9, 2)]
    [InlineData(19, 2)]
    [InlineData(0, 5)]
    [InlineData(20, 5)]
    [InlineData(9, 12)]
    public void WhatLiesOutsideTheLeaseIsNotTaken(long first, long count)
    {
        var lease = new LeaseProgress(new Lease(1, new IndexRange(10, 10), 1));

        Assert.False(lease.Record(new IndexRange(first, count)));
        Assert.Equal([new IndexRange(10, 10)], lease.Open);
    }

    [Fact]
    public void OpenRangesAreThoseOfASetOfIndices() =>
        Gen.Select(Gen.Long[0, 29], Gen.Long[1, 10]).Select((first, count) => new IndexRange(first, count)).List[0, 30].Sample(
            recorded =>
            {
                var lease = new LeaseProgress(new Lease(1, new IndexRange(0, 30), 1));
                HashSet<long> open = [.. Enumerable.Range(0, 30)];
                foreach (var range in recorded)
                {
                    var all = Indices(range).All(open.Contains);
                    Assert.Equal(all, lease.Record(range));
                    if (all) open.ExceptWith(Indices(range));
                    Assert.Equal(open.Order(), lease.Open.SelectMany(Indices));
                }
            },
            iter: 1000,
            threads: 1);

    private static IEnumerable<long> Indices(IndexRange range)
    {
        for (var index = range.First; index < range.End; index++) yield return index;
    }
}
