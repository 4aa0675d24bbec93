using Backtest.Engine.Statistics;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Statistics;

public sealed class ReturnMomentsTests
{
    private static readonly double[] Returns = [0.01, -0.02, 0.015, 0.003, -0.007, 0.02, -0.001, 0.0, 0.012, -0.03];

    /// <summary>Figures of R 4.2.2: mean(r), sd(r), mean((r-m)^3)/m2^1.5, mean((r-m)^4)/m2^2.</summary>
    [Fact]
    public void MomentsEqualThoseOfR()
    {
        var moments = ReturnMoments.Of(Returns);

        Near.Equal(0.0002, moments.Mean, "mean", 1e-15);
        Near.Equal(0.015732485852881326, moments.Deviation, "deviation", 1e-15);
        Near.Equal(-0.67827070204532647, moments.Skewness, "skewness", 1e-13);
        Near.Equal(2.4814586982855769, moments.Kurtosis, "kurtosis", 1e-13);
        Near.Equal((0.0002 - 0.0001) / 0.015732485852881326, moments.Sharpe(0.0001), "sharpe", 1e-13);
        Near.Equal(0.015732485852881326 * Math.Sqrt(0.9), moments.PopulationDeviation, "population deviation", 1e-15);
    }

    [Theory]
    [InlineData(new double[0], double.NaN, double.NaN)]
    [InlineData(new[] { 0.1 }, 0.1, double.NaN)]
    [InlineData(new[] { 0.1, 0.1, 0.1 }, 0.1, 0)]
    [InlineData(new[] { 0.0, 0.0 }, 0, 0)]
    public void WhatDoesNotDeviateHasNoShape(double[] returns, double mean, double deviation)
    {
        var moments = ReturnMoments.Of(returns);

        Near.Equal(mean, moments.Mean, "mean", 1e-15);
        Assert.Equal(deviation, moments.Deviation);
        Assert.Equal((double.NaN, double.NaN, double.NaN), (moments.Skewness, moments.Kurtosis, moments.Sharpe()));
    }
}
