using Backtest.Actors.Checkpoints;
using Backtest.Actors.Tests.Examples;
using CsCheck;

namespace Backtest.Actors.Tests.Checkpoints;

public sealed class PendingResultsTests
{
    private readonly PendingResults<string> _pending = new();

    [Fact]
    public void ARequestIsCompleteWithItsLastResult()
    {
        _pending.Add("a", 1, ExampleResults.Rows(0, 3), TimeSpan.Zero);
        _pending.Add("b", 1, ExampleResults.Rows(3, 2), TimeSpan.FromSeconds(1));

        Assert.Equal((2, ""), Take(2));
        Assert.Equal(TimeSpan.Zero, _pending.Oldest);
        Assert.Equal((2, "a1"), Take(2));
        Assert.Equal(TimeSpan.FromSeconds(1), _pending.Oldest);
        Assert.Equal((1, "b1"), Take(2));
        Assert.Null(_pending.Oldest);
        Assert.Equal(0, _pending.Count);
    }

    [Fact]
    public void ARequestThatWaitsAlreadyCountsOnce()
    {
        for (var twice = 0; twice < 2; twice++) _pending.Add("a", 1, ExampleResults.Rows(0, 3), TimeSpan.Zero);
        _pending.Add("b", 1, ExampleResults.Rows(0, 3), TimeSpan.Zero);
        Assert.Equal(6, _pending.Count);

        Take(6);
        _pending.Add("a", 1, ExampleResults.Rows(0, 3), TimeSpan.Zero);

        Assert.Equal(3, _pending.Count);
    }

    [Fact]
    public void AnySplitGivesEveryRowOnceAndEachRequestWithItsLast() =>
        Gen.Select(Gen.Int[1, 20].List[0, 20], Gen.Int[1, 50].List[1, 20]).Sample(
            (sizes, takes) =>
            {
                var pending = new PendingResults<string>();
                var (next, ends) = (0, new Dictionary<long, int>());
                foreach (var size in sizes)
                {
                    pending.Add("node", ends.Count, ExampleResults.Rows(next, size), TimeSpan.Zero);
                    ends[ends.Count] = next += size;
                }

                var taken = 0;
                for (var step = 0; pending.Count > 0; step++)
                {
                    var asked = Math.Min(takes[step % takes.Count], pending.Count);
                    var (rows, completed) = pending.Take(asked);
                    Assert.Equal(Enumerable.Range(taken, asked).Select(ExampleResults.Key), rows.Select(row => row.Result.Key));
                    var ended = ends.Where(end => end.Value > taken && end.Value <= taken + asked).Select(end => end.Key);
                    Assert.Equal(ended, completed.Select(done => done.Id));
                    taken += asked;
                    Assert.Equal(next - taken, pending.Count);
                }

                Assert.Equal(next, taken);
            },
            iter: 500,
            threads: 1);

    private (int Rows, string Completed) Take(int count)
    {
        var (rows, completed) = _pending.Take(count);
        return (rows.Count, string.Concat(completed.Select(done => $"{done.Sender}{done.Id}")));
    }
}
