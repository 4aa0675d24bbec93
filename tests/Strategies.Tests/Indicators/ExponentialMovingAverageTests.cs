using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Indicators;

public sealed class ExponentialMovingAverageTests
{
    /// <summary>Ratio 2 / (3 + 1): it begins with the mean of 1, 2, 3 and goes half of the way to each further value.</summary>
    [Fact]
    public void ItBeginsWithAMeanAndGoesAShareOfTheWay() => Column.Equal(
        [Column.Undefined, Column.Undefined, 2, 5, 8],
        Column.Of(5, column => ExponentialMovingAverage.Write([1, 2, 3, 8, 11], 3, column)));

    [Fact]
    public void WildersGoesOnePartInThePeriod() => Column.Equal(
        [Column.Undefined, Column.Undefined, 2, 4, 6.5],
        Column.Of(5, column => ExponentialMovingAverage.WriteWilder([1, 2, 3, 8, 11.5], 3, column)));

    [Fact]
    public void ItBeginsWithTheFirstDefinedValue() => Column.Equal(
        [Column.Undefined, Column.Undefined, Column.Undefined, 2, 5],
        Column.Of(5, column => ExponentialMovingAverage.Write([Column.Undefined, 1, 2, 3, 8], 3, column)));
}
