using Backtest.Engine.Statistics.TearSheets;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

public sealed class PartialMomentsTests
{
    private static readonly double[] Returns = [0.03, -0.01, 0.01, -0.02];

    [Fact]
    public void RatiosAreThoseComputedByHand()
    {
        Assert.Equal(4.0 / 3, PartialMoments.Omega(Returns, 0), 12);
        Assert.Equal(0.02 / 0.05, PartialMoments.Omega(Returns, 0.01), 12);
        Assert.Equal(Math.Sqrt(0.0005 / 4), PartialMoments.DownsideDeviation(Returns, 0), 12);
        Assert.Equal(0.0025 / Math.Cbrt(9e-6 / 4), PartialMoments.Kappa(Returns, 0, 3), 12);
        Assert.Equal(0.02 / Math.Sqrt(0.0005 / 2), PartialMoments.UpsidePotential(Returns, 0), 12);
    }

    [Fact]
    public void WhereNothingFallsShortTheyAreUndefined()
    {
        double[] rising = [0.01, 0.02];

        Assert.Equal(double.NaN, PartialMoments.Omega(rising, 0));
        Assert.Equal(double.NaN, PartialMoments.Kappa(rising, 0, 3));
        Assert.Equal(double.NaN, PartialMoments.UpsidePotential(rising, 0));
        Assert.Equal(0, PartialMoments.UpsidePotential([-0.1], 0));
    }
}
