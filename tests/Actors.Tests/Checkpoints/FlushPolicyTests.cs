using Backtest.Actors.Checkpoints;
using CsCheck;

namespace Backtest.Actors.Tests.Checkpoints;

public sealed class FlushPolicyTests
{
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(0, true, 0)]
    [InlineData(1, false, 0)]
    [InlineData(49, false, 0)]
    [InlineData(50, false, 50)]
    [InlineData(120, false, 50)]
    [InlineData(120, true, 50)]
    [InlineData(49, true, 49)]
    public void AChosenSizeIsWrittenExactlyAndNeverForTimesSake(int collected, bool awaited, int written)
    {
        var policy = new FlushPolicy(50, true, Linger);

        Assert.Equal(written, policy.Decide(collected, Long, Long, awaited));
        Assert.Equal(written, policy.Decide(collected, TimeSpan.Zero, TimeSpan.Zero, awaited));
    }

    [Theory]
    [InlineData(0, 1000, 1000, true, 0)] // nothing
    [InlineData(10, 99, 1000, false, 0)] // not full, not waited for long enough
    [InlineData(10, 100, 0, false, 10)] // waited for long enough
    [InlineData(10, 0, 0, true, 10)] // awaited
    [InlineData(50, 0, 99, false, 0)] // full, but written a moment ago: the batch grows
    [InlineData(80, 0, 100, false, 80)] // full, all of it
    [InlineData(5000, 0, 0, false, 5000)] // as large as it may get
    [InlineData(7000, 0, 0, false, 5000)]
    [InlineData(7000, 1000, 1000, true, 5000)]
    public void AnAutomaticBatchIsWrittenWhenItIsFullOrOldOrAwaited(int collected, int waited, int sinceWrite, bool awaited, int written) =>
        Assert.Equal(
            written,
            new FlushPolicy(50, false, Linger).Decide(
                collected, TimeSpan.FromMilliseconds(waited), TimeSpan.FromMilliseconds(sinceWrite), awaited));

    [Fact]
    public void BatchesOfAChosenSizeAreCeilingOfCountBySize() => Gen.Select(Gen.Int[1, 100], Gen.Int[1, 30].List[1, 40]).Sample(
        (size, arrivals) =>
        {
            var policy = new FlushPolicy(size, true, Linger);
            var (collected, batches) = (0, new List<int>());
            for (var i = 0; i < arrivals.Count; i++)
            {
                collected += arrivals[i];
                while (policy.Decide(collected, Long, Long, awaited: i == arrivals.Count - 1) is > 0 and var count)
                {
                    batches.Add(count);
                    collected -= count;
                }
            }

            var total = arrivals.Sum();
            Assert.Equal(0, collected);
            Assert.Equal((total + size - 1) / size, batches.Count);
            Assert.All(batches.SkipLast(1), count => Assert.Equal(size, count));
        },
        iter: 500,
        threads: 1);
}
