using Backtest.Actors.Supervision;
using CsCheck;

namespace Backtest.Actors.Tests.Supervision;

public sealed class RangeSizingTests
{
    private static readonly TimeSpan Target = TimeSpan.FromMilliseconds(250);

    [Fact]
    public void ARangeHasTheBatchSizeBeforeTimesAreKnown() =>
        Assert.Equal(50, new RangeSizing(50, false, Target).Next(10_000, 2));

    [Fact]
    public void ARangeTakesAboutTheTargetOnceTimesAreKnown()
    {
        var sizing = new RangeSizing(50, false, Target).Learn(100, TimeSpan.FromMilliseconds(100));

        Assert.Equal(TimeSpan.FromMilliseconds(1), sizing.PerBacktest);
        Assert.Equal(250, sizing.Next(10_000, 2));
    }

    [Fact]
    public void NewTimesWeighThirtyPercent()
    {
        var sizing = new RangeSizing(50, false, Target).Learn(1, TimeSpan.FromMilliseconds(1)).Learn(1, TimeSpan.FromMilliseconds(2));

        Assert.Equal(TimeSpan.FromMilliseconds(1.3), sizing.PerBacktest);
    }

    [Fact]
    public void TowardsTheEndWorkersShareWhatIsLeft()
    {
        var sizing = new RangeSizing(50, false, Target);

        Assert.Equal(10, sizing.Next(40, 2));
        Assert.Equal(1, sizing.Next(1, 8));
        Assert.Equal(5, sizing.Next(10, 0));
    }

    [Fact]
    public void NoRangeIsLargerThanAHundredThousand() =>
        Assert.Equal(100_000, new RangeSizing(50, false, Target).Learn(1000, TimeSpan.FromTicks(1000)).Next(1_000_000_000, 2));

    [Fact]
    public void AChosenSizeIsKeptToTheLastRange()
    {
        var sizing = new RangeSizing(7, true, Target).Learn(1000, TimeSpan.FromSeconds(1));

        Assert.Equal((7, 7, 3), (sizing.Next(1000, 8), sizing.Next(7, 8), sizing.Next(3, 8)));
        Assert.Null(sizing.PerBacktest);
    }

    [Fact]
    public void ARangeIsNeverEmptyAndNeverMoreThanIsLeft() => Gen.Select(
        Gen.Int[1, 10_000], Gen.Bool, Gen.Long[1, 10_000_000_000], Gen.Int[0, 1000], Gen.Long[0, 100_000], Gen.Long[-1, long.MaxValue / 2]).Sample(
        (batch, exact, left, workers, learned, busy) =>
            Assert.InRange(new RangeSizing(batch, exact, Target).Learn(learned, TimeSpan.FromTicks(busy)).Next(left, workers), 1, left),
        iter: 2000,
        threads: 1);
}
