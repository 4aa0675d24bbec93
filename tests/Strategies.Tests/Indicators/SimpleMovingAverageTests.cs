using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Indicators;

public sealed class SimpleMovingAverageTests
{
    [Fact]
    public void ItIsTheMeanOfTheLastValues() => Column.Equal(
        [Column.Undefined, Column.Undefined, 2, 4, 7],
        Column.Of(5, column => SimpleMovingAverage.Write([1, 2, 3, 7, 11], 3, column)));

    [Fact]
    public void ItBeginsWithTheFirstDefinedValue() => Column.Equal(
        [Column.Undefined, Column.Undefined, 1.5, 2.5],
        Column.Of(4, column => SimpleMovingAverage.Write([Column.Undefined, 1, 2, 3], 2, column)));

    /// <summary>A plain running sum would be wrong from the first large value on.</summary>
    [Fact]
    public void ItForgetsALargeValueWithoutATrace()
    {
        double[] values = [1e15 + 1, .. Enumerable.Repeat(0.1, 1000)];

        var average = Column.Of(values.Length, column => SimpleMovingAverage.Write(values, 10, column));

        Assert.All(average[10..], value => Assert.Equal(0.1, value));
    }
}
