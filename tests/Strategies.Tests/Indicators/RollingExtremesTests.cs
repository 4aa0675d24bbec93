using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;
using CsCheck;

namespace Backtest.Strategies.Tests.Indicators;

public sealed class RollingExtremesTests
{
    private static readonly double[] Values = [3, 1, 4, 1, 5, 2, 2, 0];

    [Fact]
    public void TheHighestOfTheLastValuesIsFound() => Column.Equal(
        [Column.Undefined, Column.Undefined, 4, 4, 5, 5, 5, 2],
        Column.Of(8, column => RollingExtremes.WriteHighest(Values, 3, column)));

    [Fact]
    public void TheLowestOfTheLastValuesIsFound() => Column.Equal(
        [Column.Undefined, Column.Undefined, 1, 1, 1, 1, 2, 0],
        Column.Of(8, column => RollingExtremes.WriteLowest(Values, 3, column)));

    [Fact]
    public void OneBarIsItsOwnExtreme() => Column.Equal(Values, Column.Of(8, column => RollingExtremes.WriteHighest(Values, 1, column)));

    [Fact]
    public void TheyEqualTheExtremesOfEveryWindow() => Gen.Select(Gen.Int[0, 20].Array[0, 200], Gen.Int[1, 30]).Sample((numbers, period) =>
    {
        double[] values = [.. numbers];
        var highest = Column.Of(values.Length, column => RollingExtremes.WriteHighest(values, period, column));
        var lowest = Column.Of(values.Length, column => RollingExtremes.WriteLowest(values, period, column));

        for (var bar = period - 1; bar < values.Length; bar++)
        {
            var window = values[(bar - period + 1)..(bar + 1)];
            Assert.Equal((window.Max(), window.Min()), (highest[bar], lowest[bar]));
        }
    });
}
