using Backtest.Engine.Execution;
using Backtest.Engine.Statistics.TearSheets;
using Backtest.Goldens;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.BuiltIn;

/// <summary>The figures of a tear sheet that R's PerformanceAnalytics defines too, on the same equity curves and the same benchmark.</summary>
public sealed class TearSheetGoldenTests
{
    [Theory]
    [InlineData(20, 50)]
    [InlineData(10, 100)]
    [InlineData(50, 200)]
    public void FiguresEqualPerformanceAnalytics(int fast, int slow) =>
        Near.Holds(deviations => PerformanceAnalytics.Sheet(deviations, fast, slow));

    [Fact]
    public void TheDeepestDrawdownIsTheMetric()
    {
        var (metrics, equity, _) = GoldenRuns.Run("sma-cross", FillTime.NextOpen, ("fast", 20), ("slow", 50));
        var curve = new EquityCurve(10_000, equity, Sp500.Bars.CloseTimes.ToArray(), 252);
        var periods = DrawdownPeriod.All(curve.Drawdowns);

        Assert.Equal(metrics.MaxDrawdown, periods.Min(period => period.Depth));
        Assert.Equal(metrics.MaxDrawdownBars, periods.Max(period => period.Bars));
    }
}
