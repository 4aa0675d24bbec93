using Backtest.Engine.Statistics.Pooling;
using Backtest.Engine.Tests.Examples;
using static Backtest.Engine.Tests.Statistics.Pooling.ExampleWindows;

namespace Backtest.Engine.Tests.Statistics.Pooling;

public sealed class WindowScoresTests
{
    [Fact]
    public void ScoresAreTheWeightedMeansOfTheirParts()
    {
        var pool = Pool(Window(100, 1, -0.1, 10, -4), Window(100, 2, -0.1, -5, 2, 1));

        foreach (var (name, score) in new[] { ("consistency", WindowScores.Consistency(pool)), ("stability", WindowScores.Stability(pool)) })
        {
            var parts = new[] { ("return_", 0.35), ("win_rate_", 0.25), ("sharpe_", 0.2) }.Sum(part => part.Item2 * pool.Of(part.Item1 + name));
            Near.Equal(parts + 0.2 * 0.5, score, name, 1e-12);
            Near.Equal(score, pool.Of(name), name);
        }
    }

    [Fact]
    public void AnUndefinedPartLeavesAndTheOthersGrow()
    {
        var pool = Pool(Window(100, double.NaN, 0), Window(100, double.NaN, 0));

        // Returns are even (1) and no window is profitable (0); there are no win rates and no Sharpe ratios.
        Near.Equal(0.35 / 0.55, WindowScores.Stability(pool), "stability", 1e-12);
    }

    [Fact]
    public void OneWindowHasNoScore()
    {
        Assert.Equal(double.NaN, WindowScores.Consistency(Pool(Window(100, 1, 0, 5))));
        Assert.Equal(double.NaN, WindowScores.Stability(Pool(Window(100, 1, 0, 5))));
    }
}
