using Backtest.Engine.Statistics.Sweeps;

namespace Backtest.Engine.Tests.Statistics.Sweeps;

public sealed class PermutationTestTests
{
    [Theory]
    [InlineData(5, true, 1 / 5.0)]
    [InlineData(3, true, 3 / 5.0)]
    [InlineData(0, true, 4 / 5.0)]
    [InlineData(0, false, 1 / 5.0)]
    [InlineData(3, false, 3 / 5.0)]
    public void AsGoodIsCountedWithTheActualOneAndUndefinedIsWorse(double actual, bool largerIsBetter, double expected) =>
        Assert.Equal(expected, PermutationTest.Of(actual, [4, 1, 3, double.NaN], largerIsBetter).Probability, 12);

    [Fact]
    public void WhatIsUndefinedHasNoProbability() => Assert.Equal(double.NaN, PermutationTest.Of(double.NaN, [1, 2]).Probability);

    [Fact]
    public void QuantilesAreThoseOfThePermutations() => Assert.Equal(2, PermutationTest.Of(9, [3, 1, double.NaN, 2]).Quantile(0.5));
}
