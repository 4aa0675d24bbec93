using Backtest.Engine.Statistics.Pooling;
using static Backtest.Engine.Tests.Statistics.Pooling.ExampleWindows;

namespace Backtest.Engine.Tests.Statistics.Pooling;

public sealed class FocusScaleTests
{
    [Fact]
    public void TheScoreIsTheWeightedSumOfPlacesBetweenLeastAndGreatest()
    {
        var scale = new FocusScale(new RankingFocus("example", [("sharpe", 2), ("trades", -1), ("windows", 5), ("profit_factor", 3)]));
        WindowPool[] pools = [Pool(Window(10, 1, 0, 5)), Pool(Window(10, 2, 0, 5, 5, 5)), Pool(Window(10, 1.25, 0, 5, 5))];
        foreach (var pool in pools) scale.Take(pool);

        // Windows are the same in all, no set has a profit factor: both add nothing.
        Assert.Equal([0, 2 - 1, 2 * 0.25 - 0.5], pools.Select(scale.Score));
    }

    [Fact]
    public void ASetWithoutAWindowHasNoScore() => Assert.Equal(double.NaN, new FocusScale(RankingFocus.All[0]).Score(new WindowPool()));
}
