using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Indicators;

public sealed class RelativeStrengthIndexTests
{
    /// <summary>Changes +2, -1, +3, -3 over two bars: up 1, 2, 1; down 0.5, 0.25, 1.625.</summary>
    [Fact]
    public void ItIsTheShareOfTheRises() => Column.Equal(
        [Column.Undefined, Column.Undefined, 100 / 1.5, 200 / 2.25, 100 / 2.625],
        Column.Of(5, column => RelativeStrengthIndex.Write([10, 12, 11, 14, 11], 2, column)));

    [Fact]
    public void RisesOnlyAreAHundredFallsOnlyZeroAndNoMoveUndefined()
    {
        Assert.Equal(100, Column.Of(3, column => RelativeStrengthIndex.Write([1, 2, 3], 2, column))[2]);
        Assert.Equal(0, Column.Of(3, column => RelativeStrengthIndex.Write([3, 2, 1], 2, column))[2]);
        Assert.Equal(Column.Undefined, Column.Of(3, column => RelativeStrengthIndex.Write([1, 1, 1], 2, column))[2]);
    }
}
