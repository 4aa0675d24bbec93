using Backtest.Engine.Execution;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.BuiltIn;

/// <summary>The statistics that R's PerformanceAnalytics defines too, on the same equity curves.</summary>
public sealed class PerformanceAnalyticsTests
{
    private static readonly GoldenTable Golden = GoldenTable.Read("sp500-performanceanalytics.csv");

    [Theory]
    [InlineData(20, 50)]
    [InlineData(10, 100)]
    [InlineData(50, 200)]
    public void MetricsEqualPerformanceAnalytics(int fast, int slow)
    {
        var set = $"value_{fast}_{slow}";

        var metrics = GoldenRuns.Run("sma-cross", FillTime.NextOpen, ("fast", fast), ("slow", slow)).Metrics;

        Near.Equal(Value(set, "Return.cumulative"), metrics.TotalReturn, "total return");
        Near.Equal(Value(set, "Return.annualized_geometric"), metrics.Cagr, "growth");
        Near.Equal(Value(set, "StdDev.annualized"), metrics.Volatility, "volatility");
        Near.Equal(Value(set, "SharpeRatio_per_bar") * Math.Sqrt(252), metrics.Sharpe, "sharpe");
        Near.Equal(Value(set, "SharpeRatio.annualized_arithmetic"), metrics.Sharpe, "annualised sharpe");
        Near.Equal(Value(set, "SortinoRatio_per_bar_MAR0") * Math.Sqrt(252), metrics.Sortino, "sortino");
        Near.Equal(Value(set, "CalmarRatio"), metrics.Calmar, "calmar");
        Near.Equal(Value(set, "maxDrawdown"), -metrics.MaxDrawdown, "drawdown");
    }

    private static double Value(string set, string metric) => Golden.Number(
        Enumerable.Range(0, Golden.Count).Single(row => Golden.Text(row, "set") == set && Golden.Text(row, "metric") == metric), "value");
}
