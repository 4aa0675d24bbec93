using Backtest.Engine.Search;
using CsCheck;

namespace Backtest.Engine.Tests.Search;

public sealed class LatinHypercubeSearchTests
{
    [Fact]
    public void EveryAxisIsStratified() => Gen.Select(Gen.ULong, Gen.Int[1, 200]).Sample((seed, count) =>
    {
        var space = SearchExample.Space([1_000_000, 1_000_000, 1_000_000]);

        var sets = new LatinHypercubeSearch(seed, count).Ask(space, [], count);

        for (var axis = 0; axis < 3; axis++)
        {
            var strata = sets.Select(set => (SearchExample.Split(space, set)[axis] * 2 + 1) * count / 2_000_000);
            Assert.InRange(strata.Distinct().Count(), count - count / 50, count);
        }
    }, iter: 50);

    [Fact]
    public void EachValueComesEquallyOftenWhereTheCountIsAMultipleOfThem() => Gen.ULong.Sample(seed =>
    {
        var space = SearchExample.Space([5, 1_000_000_000]);

        var sets = new LatinHypercubeSearch(seed, 20).Ask(space, [], 20);

        Assert.All(sets.GroupBy(set => SearchExample.Split(space, set)[0]), group => Assert.Equal(4, group.Count()));
    }, iter: 50);

    [Fact]
    public void RandomAllowedSetsStandInForForbiddenOnes()
    {
        var space = SearchExample.Space([100, 100], "a < 10");

        var sets = new LatinHypercubeSearch(3, 50).Ask(space, [], 50);

        Assert.Equal(50, sets.Distinct().Count());
        Assert.All(sets, set => Assert.True(space.Allows(set)));
    }

    [Fact]
    public void ItIsOverAfterItsCount()
    {
        var space = SearchExample.Space([100, 100]);
        var told = SearchExample.Run(new LatinHypercubeSearch(3, 8), space, _ => [1], 100);

        Assert.Equal((8, 8), (told.Count, new LatinHypercubeSearch(3, 8).Generation));
    }
}
