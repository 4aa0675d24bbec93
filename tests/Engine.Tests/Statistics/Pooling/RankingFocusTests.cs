using Backtest.Engine.Statistics.Pooling;

namespace Backtest.Engine.Tests.Statistics.Pooling;

public sealed class RankingFocusTests
{
    [Theory]
    [InlineData("balanced", "balanced")]
    [InlineData("BALANCED", "balanced")]
    [InlineData("Risk_Adjusted", "risk-adjusted")]
    [InlineData("risk adjusted", "risk-adjusted")]
    [InlineData("speed", null)]
    public void AFocusIsFoundByNameHoweverItIsWritten(string name, string? found) => Assert.Equal(found, RankingFocus.Find(name)?.Name);

    [Fact]
    public void EveryFocusWeighsFiguresThatThereAreAndEachOnce() => Assert.All(RankingFocus.All, focus =>
    {
        Assert.All(focus.Weights, pair => Assert.NotNull(PooledMetric.Find(pair.Metric)));
        Assert.Equal(focus.Weights.Count, focus.Weights.Select(pair => pair.Metric).Distinct().Count());
    });

    [Fact]
    public void TheSumsOfTheirWeightsAreThoseOfTheFrameworkLessWhatIsNotRecorded()
    {
        // Sizes of the weights by hand; the shares of positive and negative trades are in the win rate, months and durations are left out.
        double[] sums = [20.4, 21.3 - 0.8 - 1, 22 - 0.3, 30.8 - 1.5];

        Assert.Equal(sums, RankingFocus.All.Select(focus => Math.Round(focus.Weights.Sum(pair => Math.Abs(pair.Weight)), 10)));
    }
}
