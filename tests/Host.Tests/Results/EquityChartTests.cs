using Backtest.Host.Results;

namespace Backtest.Host.Tests.Results;

public sealed class EquityChartTests
{
    [Fact]
    public void ARisingCurveGoesFromTheLowerLeftToTheUpperRight() =>
        Assert.Equal(["⠀⢀⡞", "⣠⠏⠀"], EquityChart.Draw([1, 2, 3, 4, 5, 6], 3, 2));

    [Fact]
    public void AFlatCurveLiesOnTheGround() => Assert.Equal(["⠀⠀", "⣀⣀"], EquityChart.Draw([7, 7, 7], 2, 2));

    [Fact]
    public void OneValueIsEnough() => Assert.Equal(["⣀"], EquityChart.Draw([7], 1, 1));
}
