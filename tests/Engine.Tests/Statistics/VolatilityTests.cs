using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Statistics;

public sealed class VolatilityTests
{
    [Fact]
    public void ItIsTheDeviationTimesTheRootOfThePeriods() => Assert.Equal(0.2 * 4, Volatility.Of(new ReturnSums(3, 0.3, 0.11, 0), 16), 12);

    [Theory]
    [InlineData(1, double.NaN)]
    [InlineData(2, 0)]
    public void ItIsUndefinedBelowTwoBarsAndZeroWhereNothingMoves(int bars, double expected) =>
        Assert.Equal(expected, Volatility.Of(new ReturnSums(bars, 0, 0, 0), 252));
}
