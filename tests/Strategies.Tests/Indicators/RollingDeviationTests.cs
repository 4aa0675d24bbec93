using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Indicators;

public sealed class RollingDeviationTests
{
    private static readonly double[] Values = [1, 3, 3, 7, 1e9, 1e9 + 2];

    [Fact]
    public void APopulationIsDividedByAllItsValues() => Column.Equal(
        [Column.Undefined, 1, 0, 2, (1e9 - 7) / 2, 1],
        Column.Of(6, column => RollingDeviation.WritePopulation(Values, 2, column)));

    [Fact]
    public void ASampleIsDividedByOneLess() => Column.Equal(
        [Column.Undefined, Math.Sqrt(2), 0, Math.Sqrt(8), (1e9 - 7) / Math.Sqrt(2), Math.Sqrt(2)],
        Column.Of(6, column => RollingDeviation.WriteSample(Values, 2, column)));

    [Fact]
    public void ASampleOfOneDoesNotDeviate() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RollingDeviation.WriteSample(Values, 1, new double[6]));
}
