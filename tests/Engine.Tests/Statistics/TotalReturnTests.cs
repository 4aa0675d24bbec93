using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Statistics;

public sealed class TotalReturnTests
{
    [Theory]
    [InlineData(125, 100, 0.25)]
    [InlineData(100, 100, 0)]
    [InlineData(75, 100, -0.25)]
    [InlineData(0, 100, -1)]
    public void ItIsTheChangeAsAFractionOfTheCapital(double final, double capital, double expected) =>
        Assert.Equal(expected, TotalReturn.Of(final, capital));
}
