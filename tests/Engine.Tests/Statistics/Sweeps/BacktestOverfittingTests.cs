using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics.Sweeps;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Statistics.Sweeps;

public sealed class BacktestOverfittingTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(4, 6)]
    [InlineData(8, 70)]
    public void ItEqualsAnImplementationThatTakesEachHalfAnew(int blocks, int splits)
    {
        for (var seed = 1UL; seed <= 5; seed++)
        {
            var matrix = ExampleReturns.Noise(7, 83, seed, row => 0.001 * row);
            var found = BacktestOverfitting.Of(matrix, 0.0002, blocks, IndexLoops.Sequential)!;
            var logits = NaiveLogits(matrix, 0.0002, blocks);

            Assert.Equal((blocks, splits), (found.Blocks, found.Splits));
            Assert.Equal(logits.Count(logit => logit <= 0) / (double)splits, found.Probability);
            Near.Equal(SampleQuantile.OfSorted(SampleQuantile.Sorted(logits), 0.5), found.MedianLogit, "median");
        }
    }

    [Fact]
    public void OfNoiseItIsNearAHalfAndOfSkillNearZero()
    {
        var noise = Enumerable.Range(1, 20).Average(seed => Probability(ExampleReturns.Noise(40, 400, (ulong)seed)));
        var skill = Probability(ExampleReturns.Noise(40, 400, 1, row => row == 7 ? 0.005 : 0));

        Assert.InRange(noise, 0.4, 0.6);
        Assert.InRange(skill, 0, 0.01);
    }

    [Fact]
    public void TheOrderOfComputationDoesNotMatter()
    {
        var matrix = ExampleReturns.Noise(10, 200, 3);

        Assert.Equal(
            BacktestOverfitting.Of(matrix, 0, 10, IndexLoops.Sequential), BacktestOverfitting.Of(matrix, 0, 10, ExampleReturns.Backwards));
    }

    [Fact]
    public void TooLittleIsNotTold()
    {
        Assert.Null(BacktestOverfitting.Of(ExampleReturns.Noise(1, 100, 1), 0, 4, IndexLoops.Sequential));
        Assert.Null(BacktestOverfitting.Of(ExampleReturns.Noise(5, 7, 1), 0, 4, IndexLoops.Sequential));
        Assert.Throws<ArgumentOutOfRangeException>(() => BacktestOverfitting.Of(ExampleReturns.Noise(5, 70, 1), 0, 5, IndexLoops.Sequential));
    }

    private static double Probability(ReturnMatrix matrix) => BacktestOverfitting.Of(matrix, 0, 10, IndexLoops.Sequential)!.Probability;

    private static List<double> NaiveLogits(ReturnMatrix matrix, double riskFree, int blocks)
    {
        var (length, logits) = (matrix.Bars / blocks, new List<double>());
        var first = matrix.Bars - length * blocks;
        foreach (var chosen in Combinations(Enumerable.Range(0, blocks).ToArray(), blocks / 2))
        {
            var inSample = Sharpes(block => chosen.Contains(block));
            var outOfSample = Sharpes(block => !chosen.Contains(block));
            var best = Array.IndexOf(inSample, inSample.Max());
            var rank = outOfSample.Count(value => value <= outOfSample[best]) / (outOfSample.Length + 1.0);
            logits.Add(Math.Log(rank / (1 - rank)));
        }

        return logits;

        double[] Sharpes(Func<int, bool> counts) =>
        [
            .. matrix.Rows.Select(row =>
            {
                var half = row.Skip(first).Where((_, bar) => counts(bar / length)).Select(value => value - riskFree).ToArray();
                return half.Average() / NaiveMetrics.Deviation(half);
            }),
        ];
    }

    private static IEnumerable<int[]> Combinations(int[] from, int count) => count == 0
        ? [[]]
        : from.SelectMany((value, at) => Combinations(from[(at + 1)..], count - 1).Select(rest => (int[])[value, .. rest]));
}
