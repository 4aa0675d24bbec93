using Backtest.Engine.Search;
using CsCheck;

namespace Backtest.Engine.Tests.Search;

public sealed class SobolSearchTests
{
    [Fact]
    public void AGridOf2ToTheKValuesAnAxisIsHitEvenly() => Gen.ULong.Sample(seed =>
    {
        var space = SearchExample.Space([64, 64, 64, 64]);

        var sets = new SobolSearch(seed, 64).Ask(space, [], 64);

        for (var axis = 0; axis < 4; axis++)
            Assert.Equal(64, sets.Select(set => SearchExample.Split(space, set)[axis]).Distinct().Count());
    }, iter: 50);

    [Fact]
    public void FewerSetsAreThePrefixOfMore() =>
        Gen.Select(SearchExample.AnySpace, Gen.ULong, Gen.Int[0, 40], Gen.Int[0, 40]).Sample((space, seed, few, more) =>
        {
            var search = new SobolSearch(seed, 10);

            var longer = search.Ask(space, [], few + more);

            Assert.Equal(longer.Take(few), search.Ask(space, [], few));
        }, iter: 200);

    [Fact]
    public void TwentyOneAxesAreSearchedAndTwentyTwoAreRefused()
    {
        var search = new SobolSearch(1, 10);

        Assert.Equal(10, search.Ask(SearchExample.Space([.. Enumerable.Repeat(4L, 21)]), [], 10).Count);
        Assert.StartsWith(
            "a Sobol' sequence has at most 21 axes, not 22: search at random or by Latin hypercube",
            Assert.Throws<ArgumentException>(() => search.Ask(SearchExample.Space([.. Enumerable.Repeat(4L, 22)]), [], 10)).Message);
    }

    [Fact]
    public void SetsThatWereToldWithoutBeingAskedForAreSkipped()
    {
        var space = SearchExample.Space([8, 8]);
        var sets = new SobolSearch(1, 10).Ask(space, [], 20);

        var rest = new SobolSearch(1, 10).Ask(space, [new Trial(sets[3], [1])], 19);

        Assert.Equal(sets.Where(set => set != sets[3]), rest);
    }
}
