using Backtest.Actors.Supervision;

namespace Backtest.Actors.Tests.Supervision;

public sealed class SupervisorStateTests
{
    private static readonly TimeSpan LeaseTimeout = TimeSpan.FromSeconds(30);

    [Fact]
    public void NothingIsDealtToANodeThatHasNotAsked()
    {
        var state = Exact(100, 10);
        state.Join("a", 2, TimeSpan.Zero);

        Assert.Empty(state.Deal());
        state.Request("stranger", 5, TimeSpan.Zero);
        Assert.Empty(state.Deal());
    }

    [Fact]
    public void RangesAreDealtByTurns()
    {
        var state = Exact(1000, 10);
        foreach (var node in new[] { "a", "b", "c" }) state.Join(node, 1, TimeSpan.Zero);
        state.Request("a", 4, TimeSpan.Zero);
        state.Request("b", 1, TimeSpan.Zero);
        state.Request("c", 2, TimeSpan.Zero);

        var dealt = state.Deal();

        Assert.Equal(["a", "b", "c", "a", "c", "a", "a"], dealt.Select(entry => entry.Node));
        Assert.Equal(Enumerable.Range(0, 7).Select(i => new IndexRange(i * 10, 10)), dealt.Select(entry => entry.Lease.Range));
        Assert.Equal(Enumerable.Range(1, 7).Select(i => (long)i), dealt.Select(entry => entry.Lease.Id));
        Assert.Equal((7, 930, 1000), (state.Leased, state.Queued, state.Missing));
    }

    [Fact]
    public void WhatIsRecordedIsCountedOnce()
    {
        var state = Exact(20, 20);
        var lease = Lease(state, "a");

        for (var twice = 0; twice < 2; twice++) state.Record("a", lease.Id, new IndexRange(0, 15), 3, TimeSpan.Zero, TimeSpan.Zero);
        state.Record("a", lease.Id + 1, new IndexRange(15, 5), 0, TimeSpan.Zero, TimeSpan.Zero);
        state.Record("b", lease.Id, new IndexRange(15, 5), 0, TimeSpan.Zero, TimeSpan.Zero);

        Assert.Equal((12, 3, 5, 1), (state.Done, state.Failed, state.Missing, state.Leased));
    }

    [Fact]
    public void OnlyWhatIsNotRecordedComesBack()
    {
        var state = Exact(20, 20);
        var lease = Lease(state, "a");
        state.Record("a", lease.Id, new IndexRange(5, 10), 0, TimeSpan.Zero, TimeSpan.Zero);

        Assert.Null(state.Return("a", lease.Id));

        Assert.Equal((10, 10, 0), (state.Missing, state.Queued, state.Leased));
        state.Request("a", 9, TimeSpan.Zero);
        Assert.Equal([new IndexRange(0, 5), new IndexRange(15, 5)], state.Deal().Select(dealt => dealt.Lease.Range));
    }

    [Fact]
    public void ALeaseIsReturnedOnceAndByItsNodeOnly()
    {
        var state = Exact(20, 20);
        var lease = Lease(state, "a");

        state.Return("b", lease.Id);
        Assert.Equal(0, state.Queued);
        state.Return("a", lease.Id);
        state.Return("a", lease.Id);
        Assert.Equal(20, state.Queued);
    }

    [Fact]
    public void ARangeThatComesBackThreeTimesIsTooOften()
    {
        var state = Exact(20, 20);
        List<(int Attempt, IndexRange? TooOften)> seen = [];
        for (var i = 0; i < 3; i++)
        {
            var lease = Lease(state, "a");
            seen.Add((lease.Attempt, state.Return("a", lease.Id)));
        }

        Assert.Equal([(1, null), (2, null), (3, new IndexRange(0, 20))], seen);
    }

    [Fact]
    public void ARangeThatIsHandedOutAgainInPartsRemembersItsAttempts()
    {
        var state = new SupervisorState([new IndexRange(0, 50)], new RangeSizing(50, false, TimeSpan.FromSeconds(1)), LeaseTimeout);
        state.Join("a", 1, TimeSpan.Zero);
        state.Request("a", 1, TimeSpan.Zero);
        var first = state.Deal()[0].Lease;
        Assert.Equal((new IndexRange(0, 25), 1), (first.Range, first.Attempt));
        state.Return("a", first.Id);
        state.Join("b", 3, TimeSpan.Zero);
        state.Request("b", 1, TimeSpan.Zero);

        var part = state.Deal()[0].Lease;

        Assert.Equal((new IndexRange(0, 6), 2), (part.Range, part.Attempt));
    }

    [Fact]
    public void ANodeThatIsGoneLosesItsLeasesAndItsTurn()
    {
        var state = Exact(100, 10);
        Lease(state, "a");
        Lease(state, "b");
        state.Request("a", 5, TimeSpan.Zero);

        Assert.Null(state.Leave("a"));
        Assert.Null(state.Leave("a"));

        Assert.Equal((90, 1), (state.Queued, state.Leased));
        Assert.Equal(["b"], state.Nodes);
        Assert.Empty(state.Deal());
        Assert.Equal(new IndexRange(0, 10), Lease(state, "b").Range);
    }

    [Fact]
    public void ANodeThatJoinsAgainBeginsAnew()
    {
        var state = Exact(100, 10);
        var lost = Lease(state, "a");

        state.Join("a", 2, TimeSpan.Zero);
        state.Record("a", lost.Id, lost.Range, 0, TimeSpan.Zero, TimeSpan.Zero);

        Assert.Equal((0, 100), (state.Done, state.Queued));
        Assert.Empty(state.Deal());
    }

    [Fact]
    public void ANodeIsSilentAfterTheLeaseTimeoutAndAnyWordKeepsIt()
    {
        var state = Exact(100, 10);
        foreach (var node in new[] { "alive", "asks", "records", "silent" }) state.Join(node, 1, TimeSpan.Zero);
        var late = LeaseTimeout + TimeSpan.FromSeconds(1);

        Assert.Empty(state.Silent(LeaseTimeout));
        state.Alive("alive", late);
        state.Request("asks", 1, late);
        state.Record("records", 99, new IndexRange(0, 1), 0, TimeSpan.Zero, late);

        Assert.Equal(["silent"], state.Silent(late));
    }

    [Fact]
    public void TheTimeOfABacktestIsLearnedFromWhatIsRecorded()
    {
        var state = new SupervisorState([new IndexRange(0, 1000)], new RangeSizing(50, false, TimeSpan.FromSeconds(1)), LeaseTimeout);
        Assert.Null(state.PerBacktest);
        var lease = Lease(state, "a");
        state.Record("a", lease.Id, lease.Range, 0, TimeSpan.FromMilliseconds(100), TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromMilliseconds(2), state.PerBacktest);
    }

    private static SupervisorState Exact(long count, int batch) =>
        new([new IndexRange(0, count)], new RangeSizing(batch, true, TimeSpan.FromSeconds(1)), LeaseTimeout);

    private static Lease Lease(SupervisorState state, string node)
    {
        if (!state.Nodes.Contains(node)) state.Join(node, 1, TimeSpan.Zero);
        state.Request(node, 1, TimeSpan.Zero);
        return Assert.Single(state.Deal()).Lease;
    }
}
