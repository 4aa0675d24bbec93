using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Indicators;

public sealed class WeightedMovingAverageTests
{
    [Fact]
    public void TheNewestValueWeighsMost() => Column.Equal(
        [Column.Undefined, Column.Undefined, (1 * 1 + 2 * 2 + 3 * 6) / 6.0, (1 * 2 + 2 * 6 + 3 * 0) / 6.0],
        Column.Of(4, column => WeightedMovingAverage.Write([1, 2, 6, 0], 3, column)));
}
