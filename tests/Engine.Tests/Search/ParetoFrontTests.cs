using Backtest.Engine.Numerics;
using Backtest.Engine.Search;
using CsCheck;

namespace Backtest.Engine.Tests.Search;

public sealed class ParetoFrontTests
{
    private static readonly Gen<double> Objective = Gen.Frequency(
        (8, Gen.Int[0, 6].Select(value => (double)value)),
        (2, Gen.Double[-3, 9]),
        (1, Gen.Const(double.NaN)),
        (1, Gen.Const(double.NegativeInfinity)),
        (1, Gen.Const(double.PositiveInfinity)));

    private static readonly Gen<Trial[]> Trials =
        from width in Gen.Int[1, 5]
        from trials in Gen.Select(Objective.Array[width], Gen.Int[0, 4]).Array[0, 60]
        select trials.Select((trial, set) => new Trial(set, trial.Item1, trial.Item2 > 0)).ToArray();

    [Fact]
    public void TheFrontIsWhatNoTrialDominates() => Trials.Sample(trials => Assert.Equal(
        Enumerable.Range(0, trials.Length)
            .Where(i => trials[i].Feasible && trials[i].HasObjective && !trials.Any(other => Dominates(other, trials[i]))),
        ParetoFront.Of(trials)));

    [Fact]
    public void RanksAreFoundByPeelingFrontsOff() => Trials.Sample(trials => Assert.Equal(PeeledRanks(trials), ParetoFront.Ranks(trials)));

    [Fact]
    public void CrowdingIsTheSumOfGapsBetweenNeighbours()
    {
        Trial[] trials = [new(0, [0, 10]), new(1, [1, 8]), new(2, [4, 4]), new(3, [10, 0]), new(4, [0, 0])];

        var crowding = ParetoFront.Crowding(trials, [0, 0, 0, 0, 1]);

        Assert.Equal([double.PositiveInfinity, 0.4 + 0.6, 0.9 + 0.8, double.PositiveInfinity, double.PositiveInfinity], crowding);
    }

    [Fact]
    public void ARangeOfNothingOrOfInfinityAddsNothingToCrowding()
    {
        Trial[] trials = [.. Enumerable.Range(0, 4).Select(i => new Trial(i, [1, i == 3 ? double.PositiveInfinity : -i]))];

        var crowding = ParetoFront.Crowding(trials, [0, 0, 0, 0]);

        Assert.DoesNotContain(double.NaN, crowding);
        Assert.Equal(0, crowding[1]);
    }

    [Fact]
    public void TheBestOfOneObjectiveComeFirstAndTiesInTheirOrder()
    {
        double[] values = [3, double.NaN, 7, 3, double.NegativeInfinity, 7];
        Trial[] trials = [.. values.Select((value, set) => new Trial(set, [value])), new Trial(6, [99], Feasible: false)];

        Assert.Equal([2, 5, 0, 3, 4, 1, 6], ParetoFront.BestFirst(trials));
    }

    [Fact]
    public void TheBestOfSeveralObjectivesGoByRankThenByRoom() => Trials.Sample(trials =>
    {
        var ranks = PeeledRanks(trials);
        var crowding = trials is [{ Objectives.Count: > 1 }, ..] ? ParetoFront.Crowding(trials, ranks) : new double[trials.Length];

        var expected = Enumerable.Range(0, trials.Length).OrderBy(i => ranks[i]).ThenByDescending(i => crowding[i]).ThenBy(i => i);

        Assert.Equal(expected, ParetoFront.BestFirst(trials));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void ManyTrialsAreRanked(int width)
    {
        var random = new SeededRandom(5);
        var count = width < 4 ? 100_000 : 10_000;
        Trial[] trials = [.. Enumerable.Range(0, count).Select(Drawn)];

        var ranks = ParetoFront.Ranks(trials);

        Assert.Equal(Enumerable.Range(0, trials.Length).Where(i => ranks[i] == 0), ParetoFront.Of(trials));

        Trial Drawn(int set) => new(set, [.. Enumerable.Range(0, width).Select(_ => random.NextDouble())]);
    }

    /// <summary>The worst case: all trials lie on a sphere, and no one dominates another.</summary>
    [Theory]
    [InlineData(2, 100_000)]
    [InlineData(3, 100_000)]
    [InlineData(4, 20_000)]
    public void AFrontMayBeAllOfManyTrials(int width, int count)
    {
        var random = new SeededRandom(5);

        var front = ParetoFront.Of([.. Enumerable.Range(0, count).Select(OnSphere)]);

        Assert.Equal(count, front.Count);

        Trial OnSphere(int set)
        {
            double[] at = [.. Enumerable.Range(0, width).Select(_ => Math.Abs(random.NextNormal()))];
            return new Trial(set, [.. at.Select(x => x / Math.Sqrt(at.Sum(y => y * y)))]);
        }
    }

    [Fact]
    public void TrialsWithoutObjectivesOrWithOthersNumbersOfThemAreRefused()
    {
        Assert.Empty(ParetoFront.Of([]));
        Assert.Throws<ArgumentException>(() => ParetoFront.Of([new Trial(0, [])]));
        Assert.StartsWith(
            "trial 1 has 1 objectives, the first trial has 2",
            Assert.Throws<ArgumentException>(() => ParetoFront.Ranks([new Trial(0, [1, 2]), new Trial(1, [1])])).Message);
    }

    /// <summary>Fronts taken off one by one, by comparing every trial with every other.</summary>
    private static int[] PeeledRanks(Trial[] trials)
    {
        var ranks = new int[trials.Length];
        var left = Enumerable.Range(0, trials.Length).ToList();
        for (var rank = 0; left.Count > 0; rank++)
        {
            var front = left.Where(i => !left.Any(j => Dominates(trials[j], trials[i]))).ToArray();
            foreach (var i in front) ranks[i] = rank;
            left.RemoveAll(front.Contains);
        }

        return ranks;
    }

    private static bool Dominates(Trial a, Trial b)
    {
        if (a.Feasible != b.Feasible) return a.Feasible;
        var signs = a.Objectives.Zip(b.Objectives, (x, y) => x.CompareTo(y)).ToArray();
        return signs.All(sign => sign >= 0) && signs.Any(sign => sign > 0);
    }
}
