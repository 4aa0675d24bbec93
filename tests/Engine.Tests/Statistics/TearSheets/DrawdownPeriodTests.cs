using Backtest.Engine.Statistics.TearSheets;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

public sealed class DrawdownPeriodTests
{
    [Fact]
    public void StartValleyEndAndLengthsAreThoseCountedByHand()
    {
        var periods = DrawdownPeriod.All(ExampleCurve.Of(110, 99, 88, 88, 104.5, 110, 121, 108.9).Drawdowns);

        Assert.Equal([(1, 2, (int?)5, 4), (7, 7, null, 1)], periods.Select(period => (period.Start, period.Valley, period.End, period.Bars)));
        Assert.Equal([-0.2, -0.1], periods.Select(period => Math.Round(period.Depth, 12)));
        Assert.Equal((2, 3), (periods[0].BarsToValley, periods[0].RecoveryBars));
        Assert.Null(periods[1].RecoveryBars);
    }

    [Fact]
    public void TheDeepestAndTheLongestAreThoseOfTheMetrics() => Gen.Double[50, 150].Array[1, 60].Sample(equity =>
    {
        var periods = DrawdownPeriod.All(ExampleCurve.Of(equity).Drawdowns);
        var naive = NaiveMetrics.Drawdown(equity, 100);
        return naive.Depth == (periods.Count == 0 ? 0 : periods.Min(period => period.Depth))
            && naive.Bars == (periods.Count == 0 ? 0 : periods.Max(period => period.Bars));
    });
}
