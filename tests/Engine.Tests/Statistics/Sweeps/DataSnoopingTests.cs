using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics.Sweeps;

namespace Backtest.Engine.Tests.Statistics.Sweeps;

public sealed class DataSnoopingTests
{
    [Fact]
    public void ItEqualsAnImplementationThatTakesEachMeanOverTheDrawnBars()
    {
        for (var seed = 1UL; seed <= 6; seed++)
        {
            var matrix = ExampleReturns.Noise(6, 60, seed, row => 0.001 * (row - 4));
            var benchmark = ExampleReturns.Noise(1, 60, seed + 100).Rows[0];
            var bootstrap = new StationaryBootstrap(60, 4, seed);

            Assert.Equal(Naive(matrix, benchmark, bootstrap, 99), DataSnooping.Of(matrix, benchmark, bootstrap, 99, IndexLoops.Sequential));
        }
    }

    [Fact]
    public void TheOrderOfComputationDoesNotMatter()
    {
        var (matrix, bootstrap) = (ExampleReturns.Noise(6, 60, 1), new StationaryBootstrap(60, 4, 1));

        Assert.Equal(
            DataSnooping.Of(matrix, new double[60], bootstrap, 50, IndexLoops.Sequential),
            DataSnooping.Of(matrix, new double[60], bootstrap, 50, ExampleReturns.Backwards));
    }

    [Fact]
    public void SkillIsFoundAndNoiseIsNot()
    {
        var skill = Test(ExampleReturns.Noise(30, 400, 1, row => row == 3 ? 0.003 : 0), 1);
        var noise = Enumerable.Range(1, 40).Select(seed => Test(ExampleReturns.Noise(10, 200, (ulong)seed), (ulong)seed)).ToArray();

        Assert.InRange(skill.RealityCheck, 0, 0.01);
        Assert.InRange(skill.Spa, 0, 0.01);
        Assert.InRange(noise.Average(test => test.RealityCheck), 0.35, 0.65);
        Assert.InRange(noise.Count(test => test.Spa <= 0.1), 0, 10);
    }

    [Fact]
    public void PoorBacktestsHideAGoodOneFromTheRealityCheckAndNotFromSpa()
    {
        // Poor ones that swing widely: their draws look good by chance, though they are hopeless.
        var random = new SeededRandom(6);
        var good = ExampleReturns.Noise(1, 500, 1, _ => 0.0013).Rows;
        var poor = Enumerable.Range(0, 30).Select(_ => Enumerable.Range(0, 500).Select(_ => -0.05 + 0.2 * random.NextNormal()).ToArray());

        var test = Test(new ReturnMatrix(500, [.. good, .. poor]), 1);

        Assert.True(test.Spa < 0.05 && test.RealityCheck > 0.2, test.ToString());
        Assert.True(test.SpaLower <= test.Spa && test.Spa <= test.SpaUpper, test.ToString());
    }

    [Fact]
    public void WhatDoesNotMoveIsNotTested() =>
        Assert.Null(DataSnooping.Of(new ReturnMatrix(4, [new double[4]]), new double[4], new StationaryBootstrap(4, 2, 1), 9, IndexLoops.Sequential));

    private static DataSnooping Test(ReturnMatrix matrix, ulong seed) => DataSnooping.Of(
        matrix, new double[matrix.Bars], new StationaryBootstrap(matrix.Bars, 3, seed), 200, IndexLoops.Sequential)!;

    private static DataSnooping Naive(ReturnMatrix matrix, double[] benchmark, StationaryBootstrap bootstrap, int draws)
    {
        var n = matrix.Bars;
        var excess = matrix.Rows.Select(row => row.Zip(benchmark, (own, other) => own - other).ToArray()).ToArray();
        var means = excess.Select(row => row.Average()).ToArray();
        var omegas = excess.Select(row => Math.Sqrt(bootstrap.Variance(row))).ToArray();
        var root = Math.Sqrt(n);
        var threshold = -Math.Sqrt(2 * Math.Log(Math.Log(n)));
        var white = means.Max() * root;
        var hansen = Math.Max(0, means.Select((mean, k) => root * mean / omegas[k]).Max());
        int[] asGood = [0, 0, 0, 0];
        var indices = new int[n];
        for (var draw = 0; draw < draws; draw++)
        {
            bootstrap.Draw(draw, indices);
            var drawn = excess.Select(row => indices.Average(index => row[index])).ToArray();
            if (Enumerable.Range(0, means.Length).Max(k => root * (drawn[k] - means[k])) >= white) asGood[0]++;
            Func<int, double>[] centers = [k => root * means[k] / omegas[k] >= threshold ? means[k] : 0, k => Math.Max(means[k], 0), k => means[k]];
            for (var version = 0; version < 3; version++)
            {
                var center = centers[version];
                var largest = Enumerable.Range(0, means.Length).Max(k => root * (drawn[k] - center(k)) / omegas[k]);
                if (Math.Max(0, largest) >= hansen) asGood[version + 1]++;
            }
        }

        return new DataSnooping(P(0), P(1), P(2), P(3));

        double P(int version) => (1.0 + asGood[version]) / (1 + draws);
    }
}
