using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Indicators;

public sealed class CommodityChannelIndexTests
{
    /// <summary>Typical prices 10, 14: the average is 12, its mean deviation 2, so 2 / (0.015 x 2).</summary>
    [Fact]
    public void ItIsTheDistanceFromTheAverageInMeanDeviations() => Column.Equal(
        [Column.Undefined, 2 / (0.015 * 2)],
        Column.Of(2, column => CommodityChannelIndex.Write([12, 16], [8, 12], [10, 14], 2, column)));
}
