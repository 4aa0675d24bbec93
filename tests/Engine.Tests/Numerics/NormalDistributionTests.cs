using Backtest.Engine.Numerics;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Numerics;

public sealed class NormalDistributionTests
{
    /// <summary>Figures of R 4.2.2, pnorm.</summary>
    [Theory]
    [InlineData(-8, 6.2209605742717849e-16)]
    [InlineData(-5, 2.8665157187919391e-07)]
    [InlineData(-3, 0.0013498980316300946)]
    [InlineData(-1.96, 0.024997895148220428)]
    [InlineData(-0.1, 0.46017216272297101)]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.84134474606854293)]
    [InlineData(2.5, 0.99379033467422384)]
    [InlineData(4, 0.99996832875816688)]
    [InlineData(6, 0.9999999990134123)]
    [InlineData(100, 1)]
    [InlineData(-100, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void ProbabilitiesEqualThoseOfR(double x, double expected) =>
        Near.Equal(expected, NormalDistribution.Probability(x), $"probability of {x}", 1e-14);

    /// <summary>Figures of R 4.2.2, qnorm.</summary>
    [Theory]
    [InlineData(1e-300, -37.047096299361201)]
    [InlineData(1e-20, -9.2623400897984052)]
    [InlineData(1e-9, -5.9978070150076865)]
    [InlineData(0.001, -3.0902323061678132)]
    [InlineData(0.025, -1.9599639845400538)]
    [InlineData(0.05, -1.6448536269514726)]
    [InlineData(0.3, -0.52440051270804067)]
    [InlineData(0.5, 0)]
    [InlineData(0.8, 0.84162123357291441)]
    [InlineData(0.99, 2.3263478740408408)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(1.1, double.NaN)]
    public void QuantilesEqualThoseOfR(double probability, double expected) =>
        Near.Equal(expected, NormalDistribution.Quantile(probability), $"quantile of {probability}", 1e-14);

    [Fact]
    public void AQuantileIsTheInverseOfItsProbability()
    {
        for (var x = -5.0; x < 5; x += 0.01) Near.Equal(x, NormalDistribution.Quantile(NormalDistribution.Probability(x)), "inverse", 1e-9);
    }
}
