using Backtest.Engine.Numerics;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Numerics;

public sealed class SampleQuantileTests
{
    /// <summary>Figures of R 4.2.2, quantile, type 7.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.05, 1)]
    [InlineData(0.25, 2.5)]
    [InlineData(0.5, 4)]
    [InlineData(0.77, 5)]
    [InlineData(0.95, 7.5)]
    [InlineData(1, 9)]
    public void QuantilesEqualThoseOfR(double share, double expected) => Near.Equal(
        expected, SampleQuantile.OfSorted(SampleQuantile.Sorted([3, 1, 4, double.NaN, 1, 5, 9, 2, 6, 5, 3, 5]), share), $"quantile {share}", 1e-12);

    [Fact]
    public void NothingHasNoQuantileAndOneValueIsAllOfThem()
    {
        Assert.Equal(double.NaN, SampleQuantile.OfSorted([], 0.5));
        Assert.Equal(7, SampleQuantile.OfSorted([7], 0.3));
    }
}
