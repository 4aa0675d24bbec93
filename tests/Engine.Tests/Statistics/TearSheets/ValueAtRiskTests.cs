using Backtest.Engine.Statistics.TearSheets;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

public sealed class ValueAtRiskTests
{
    private static readonly double[] Sorted = [.. Enumerable.Range(0, 101).Select(i => (i - 50) / 1000.0)];

    [Fact]
    public void HistoricalFiguresAreThoseOfTheSortedReturns()
    {
        Assert.Equal(-0.045, ValueAtRisk.Historical(Sorted), 12);
        Assert.Equal((-0.050 - 0.049 - 0.048 - 0.047 - 0.046) / 5, ValueAtRisk.HistoricalShortfall(Sorted), 12);
    }

    [Fact]
    public void WhereNothingIsBelowItTheShortfallIsTheValueItself() =>
        Assert.Equal(0, ValueAtRisk.HistoricalShortfall([0, 0, 0, 0.1]));
}
