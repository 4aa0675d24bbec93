using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Statistics;

public sealed class AnnualGrowthTests
{
    [Theory]
    [InlineData(121, 100, 504, 252, 0.1)]
    [InlineData(110, 100, 252, 252, 0.1)]
    [InlineData(110, 100, 126, 252, 0.21)]
    [InlineData(81, 100, 504, 252, -0.1)]
    [InlineData(100, 100, 3, 252, 0)]
    [InlineData(0, 100, 3, 252, -1)]
    [InlineData(-5, 100, 3, 252, -1)]
    [InlineData(100, 100, 0, 252, double.NaN)]
    public void ItCompoundsToTheTotalOverTheYears(double final, double capital, int bars, double periods, double expected) =>
        Assert.Equal(expected, AnnualGrowth.Of(final, capital, bars, periods), 12);
}
