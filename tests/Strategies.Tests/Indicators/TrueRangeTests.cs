using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Indicators;

public sealed class TrueRangeTests
{
    private static readonly double[] High = [12, 13, 20, 9];
    private static readonly double[] Low = [10, 11, 18, 8];
    private static readonly double[] Close = [11, 12, 19, 8.5];

    /// <summary>A bar inside the move of the close, a gap up, and a gap down.</summary>
    [Fact]
    public void AGapFromTheCloseBeforeCounts() => Column.Equal(
        [Column.Undefined, 2, 8, 11],
        Column.Of(4, column => TrueRange.Write(High, Low, Close, column)));

    [Fact]
    public void ItsAverageIsWilders() => Column.Equal(
        [Column.Undefined, Column.Undefined, 5, 8],
        Column.Of(4, column => TrueRange.WriteAverage(High, Low, Close, 2, column)));
}
