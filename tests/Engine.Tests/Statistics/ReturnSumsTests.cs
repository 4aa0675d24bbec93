using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Statistics;

public sealed class ReturnSumsTests
{
    /// <summary>Returns 0.1, -0.1, 0.3: mean 0.1, squared deviations 0, 0.04, 0.04 over n - 1 = 2.</summary>
    [Fact]
    public void MeanAndDeviationAreThoseOfTheReturns()
    {
        var sums = new ReturnSums(3, 0.3, 0.11, 0.01);

        Assert.Equal(0.1, sums.Mean, 15);
        Assert.Equal(0.2, sums.Deviation, 15);
    }

    [Fact]
    public void ADeviationNeedsTwoReturnsAndAMeanOne()
    {
        Assert.Equal((double.NaN, double.NaN), (new ReturnSums(0, 0, 0, 0).Mean, new ReturnSums(0, 0, 0, 0).Deviation));
        Assert.Equal((0.1, double.NaN), (new ReturnSums(1, 0.1, 0.01, 0).Mean, new ReturnSums(1, 0.1, 0.01, 0).Deviation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(-1e-9)]
    public void EqualReturnsDoNotDeviateByARounding(double change)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < 1000; i++) (sum, squares) = (sum + change, squares + change * change);

        Assert.Equal(0, new ReturnSums(1000, sum, squares, 0).Deviation);
    }
}
