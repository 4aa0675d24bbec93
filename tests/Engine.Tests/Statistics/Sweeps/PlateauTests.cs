using Backtest.Engine.Statistics;
using Backtest.Engine.Statistics.Sweeps;

namespace Backtest.Engine.Tests.Statistics.Sweeps;

public sealed class PlateauTests
{
    [Theory]
    [InlineData("sharpe", 2, 1, 1.5, 0.625, 0.5)]
    [InlineData("sharpe", -2, -1, 1, double.NaN, double.NaN)]
    [InlineData("volatility", 0.1, 0.2, 0.3, 0.4, 1 / 3.0)]
    [InlineData("max_drawdown", -0.1, -0.2, -0.3, 0.4, 1 / 3.0)]
    public void SharesAreThoseComputedByHand(string metric, double own, double one, double other, double mean, double worst)
    {
        var plateau = Plateau.Of(own, [one, other, double.NaN], Metric.Find(metric)!);

        Assert.Equal(2, plateau.Neighbours);
        Assert.Equal(mean, plateau.MeanShare, 12);
        Assert.Equal(worst, plateau.WorstShare, 12);
        Assert.Equal((one + other) / 2, plateau.Mean, 12);
    }

    [Fact]
    public void WithoutNeighboursThereIsNone() => Assert.Equal(double.NaN, Plateau.Of(1, [double.NaN], Metric.Find("sharpe")!).MeanShare);
}
