using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Tests.Statistics;

public sealed class MetricTests
{
    private static readonly Metrics Example = Metrics.Undefined with { Bars = 10, Sharpe = 1.5, Volatility = 0.2, MaxDrawdown = -0.3, Trades = 4 };

    [Fact]
    public void ThereIsOneForEachValueOfARow() =>
        Assert.Equal(typeof(Metrics).GetConstructors()[0].GetParameters().Length, Metric.All.Select(metric => metric.Name).Distinct().Count());

    [Theory]
    [InlineData("sharpe", 1.5, 1.5)]
    [InlineData("volatility", 0.2, -0.2)]
    [InlineData("max_drawdown", -0.3, -0.3)]
    [InlineData("trades", 4, 4)]
    public void OfMeritsTheLargerIsTheBetter(string name, double value, double merit)
    {
        var metric = Metric.Find(name)!;

        Assert.Equal((value, merit), (metric.Of(Example), metric.Merit(Example)));
    }

    [Fact]
    public void MeansAreWeightedByBarsAndLeaveUndefinedWindowsOut()
    {
        var means = new MetricMeans();
        means.Add(Example);
        means.Add(Example with { Bars = 30, Sharpe = 0.5, Volatility = double.NaN });

        var condition = MetricMeans.Condition(new Expression("sharpe == 0.75 and volatility == 0.2 and not calmar > 0 and not calmar <= 0"));

        Assert.True(condition(means));
        means.Clear();
        Assert.False(condition(means));
    }
}
