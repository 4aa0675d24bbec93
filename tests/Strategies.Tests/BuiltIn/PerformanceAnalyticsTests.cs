using Backtest.Goldens;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.BuiltIn;

/// <summary>The statistics that R's PerformanceAnalytics defines too, on the same equity curves.</summary>
public sealed class PerformanceAnalyticsTests
{
    [Theory]
    [InlineData(20, 50)]
    [InlineData(10, 100)]
    [InlineData(50, 200)]
    public void MetricsEqualPerformanceAnalytics(int fast, int slow) =>
        Near.Holds(deviations => PerformanceAnalytics.Metrics(deviations, fast, slow));
}
