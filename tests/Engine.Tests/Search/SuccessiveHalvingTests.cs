using Backtest.Engine.Search;
using CsCheck;

namespace Backtest.Engine.Tests.Search;

public sealed class SuccessiveHalvingTests
{
    [Fact]
    public void RungsAreThoseOfTheDefinition() => Assert.Equal(
        [new HalvingRung(0, 1 / 27.0, 81), new HalvingRung(1, 1 / 9.0, 27), new HalvingRung(2, 1 / 3.0, 9), new HalvingRung(3, 1, 3)],
        SuccessiveHalving.Rungs(81, new HalvingSettings()));

    [Fact]
    public void AtLeastOneSetReachesTheLastRungOnAllData() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Int[2, 6], Gen.Int[1, 8]).Sample((sets, eta, count) =>
        {
            var rungs = SuccessiveHalving.Rungs(sets, new HalvingSettings(eta, count));

            Assert.Equal((count, sets, 1.0), (rungs.Count, rungs[0].Sets, rungs[^1].Share));
            Assert.All(rungs, rung => Assert.Equal(Math.Max(1, (int)(sets / Math.Pow(eta, rung.Number))), rung.Sets));
        });

    [Fact]
    public void TheBestSurviveInTheirOrderAndTiesGoToTheEarlier()
    {
        double[] values = [1, 5, double.NaN, 5, 4, 5];
        Trial[] trials = [.. values.Select((value, set) => new Trial(set, [value]))];

        Assert.Equal([1, 3], SuccessiveHalving.Survivors(trials, 2));
        Assert.Equal([1, 3, 4, 5], SuccessiveHalving.Survivors(trials, 4));
        Assert.Equal([0, 1, 2, 3, 4, 5], SuccessiveHalving.Survivors(trials, 9));
        Assert.Empty(SuccessiveHalving.Survivors(trials, 0));
    }

    [Fact]
    public void OfSeveralObjectivesTheFrontSurvivesFirst()
    {
        Trial[] trials = [new(0, [1, 1]), new(1, [3, 0]), new(2, [0, 3]), new(3, [2, 2], Feasible: false), new(4, [0, 0])];

        Assert.Equal([0, 1, 2], SuccessiveHalving.Survivors(trials, 3));
    }

    [Fact]
    public void SettingsOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new HalvingSettings(Eta: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HalvingSettings(Rungs: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HalvingSettings(Rungs: 21));
        Assert.Throws<ArgumentOutOfRangeException>(() => SuccessiveHalving.Rungs(0, new HalvingSettings()));
    }
}
