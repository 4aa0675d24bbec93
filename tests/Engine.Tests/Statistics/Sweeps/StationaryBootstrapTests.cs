using Backtest.Engine.Statistics.Sweeps;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Statistics.Sweeps;

public sealed class StationaryBootstrapTests
{
    [Fact]
    public void BlocksHaveTheMeanLengthAndEveryBarIsDrawnAlike()
    {
        var (bootstrap, indices) = (new StationaryBootstrap(50, 8, 3), new int[50]);
        var (counts, begun, draws) = (new int[50], 0, 4000);
        for (var draw = 0; draw < draws; draw++)
        {
            bootstrap.Draw(draw, indices);
            for (var i = 0; i < 50; i++)
            {
                counts[indices[i]]++;
                if (i > 0 && indices[i] != (indices[i - 1] + 1) % 50) begun++;
            }
        }

        // A new block begins at the bar that would have followed in one case of fifty.
        Assert.InRange(begun / (draws * 49.0), 0.98 / 8 - 0.003, 0.98 / 8 + 0.003);
        Assert.All(counts, count => Assert.InRange(count, draws * 0.93, draws * 1.07));
    }

    [Fact]
    public void ADrawDependsOnSeedAndNumberAlone()
    {
        Assert.Equal(Draw(1, 5), Draw(1, 5));
        Assert.NotEqual(Draw(1, 5), Draw(1, 6));
        Assert.NotEqual(Draw(1, 5), Draw(2, 5));
        Assert.Equal(Enumerable.Range(0, 30), Draw(1, 5, block: 1e12).Order());
    }

    /// <summary>Hansen (2005) writes the variance with the ordinary autocovariance g: g(0) + 2 sum k(i) g(i), k(i) = (n - i) / n (1 - q)^i
    /// + i / n (1 - q)^(n - i).</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public void TheVarianceIsThatOfHansen(double block)
    {
        var (values, keep, sum) = (ExampleReturns.Noise(1, 60, 8).Rows[0], 1 - 1 / block, 0.0);
        var (n, mean) = (values.Length, values.Average());
        for (var lag = 0; lag < n; lag++)
        {
            var covariance = Enumerable.Range(0, n - lag).Sum(i => (values[i] - mean) * (values[i + lag] - mean)) / n;
            var kernel = (n - lag) / (double)n * Math.Pow(keep, lag) + lag / (double)n * Math.Pow(keep, n - lag);
            sum += (lag == 0 ? 1 : 2 * kernel) * covariance;
        }

        Near.Equal(sum * 1e4, new StationaryBootstrap(n, block, 1).Variance(values) * 1e4, "variance", 1e-6);
    }

    [Fact]
    public void TheVarianceIsThatOfManyDraws()
    {
        var values = ExampleReturns.Noise(1, 40, 2).Rows[0];
        for (var i = 1; i < values.Length; i++) values[i] += 0.7 * values[i - 1];
        var (bootstrap, indices) = (new StationaryBootstrap(40, 5, 1), new int[40]);
        var means = Enumerable.Range(0, 20_000).Select(draw =>
        {
            bootstrap.Draw(draw, indices);
            return Math.Sqrt(40) * indices.Average(index => values[index]);
        }).ToArray();

        var drawn = Math.Pow(NaiveMetrics.Deviation(means), 2);
        Assert.InRange(bootstrap.Variance(values) / drawn, 0.96, 1.04);
    }

    private static int[] Draw(ulong seed, int draw, double block = 4)
    {
        var indices = new int[30];
        new StationaryBootstrap(30, block, seed).Draw(draw, indices);
        return indices;
    }
}
