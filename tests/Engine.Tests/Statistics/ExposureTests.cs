using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Statistics;

public sealed class ExposureTests
{
    [Theory]
    [InlineData(1, 4, 0.25)]
    [InlineData(4, 4, 1)]
    [InlineData(0, 4, 0)]
    [InlineData(0, 0, double.NaN)]
    public void ItIsTheShareOfBarsInTheMarket(int held, int bars, double expected) => Assert.Equal(expected, Exposure.Of(held, bars));
}
