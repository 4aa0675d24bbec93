using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Statistics;

public sealed class SortinoRatioTests
{
    /// <summary>Returns 0.1, -0.2, 0.3, 0: mean 0.05, downside 0.04 over all four bars.</summary>
    [Fact]
    public void ItIsTheMeanExcessOverTheDownsideOfAllBarsAnnualised() =>
        Assert.Equal(0.05 * 16 / (Math.Sqrt(0.04 / 4) * 4), SortinoRatio.Of(new ReturnSums(4, 0.2, 0.14, 0.04), 0, 16), 12);

    [Fact]
    public void TheRiskFreeReturnIsTakenOffTheMean() =>
        Assert.Equal((0.05 - 0.01) * 16 / (Math.Sqrt(0.0642 / 4) * 4), SortinoRatio.Of(new ReturnSums(4, 0.2, 0.14, 0.0642), 0.01, 16), 12);

    [Fact]
    public void ItIsUndefinedWhereNoBarFellShort()
    {
        Assert.Equal(double.NaN, SortinoRatio.Of(new ReturnSums(4, 0.2, 0.14, 0), 0, 252));
        Assert.Equal(double.NaN, SortinoRatio.Of(new ReturnSums(0, 0, 0, 0), 0, 252));
    }
}
