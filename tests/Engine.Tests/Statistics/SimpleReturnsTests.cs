using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Statistics;

public sealed class SimpleReturnsTests
{
    [Fact]
    public void TheFirstReturnIsAgainstTheCapitalAndNothingThatStaysIsZero() =>
        Assert.Equal([0.5, -1, 0, 0], SimpleReturns.Of(100, [150, 0, 0, 0]));

    [Fact]
    public void ReturnsCompound() => Assert.Equal(0.65, SimpleReturns.Compound([0.5, 0.1]), 12);
}
