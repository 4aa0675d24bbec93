using Backtest.Engine.Search;
using CsCheck;

namespace Backtest.Engine.Tests.Search;

/// <summary>What holds for every search.</summary>
public sealed class ISearchTests
{
    [Fact]
    public void SetsAreAllowedAndNoneComesTwice() =>
        Gen.Select(SearchExample.AnySearch, SearchExample.AnySpace, Gen.Int[1, 60]).Sample((search, space, budget) =>
        {
            var told = SearchExample.Run(search, space, Objectives, budget);

            Assert.True(told.Count <= budget);
            Assert.All(told, trial => Assert.True(space.Allows(trial.Set)));
            Assert.Equal(told.Count, told.Select(trial => trial.Set).Distinct().Count());
        }, iter: 300);

    [Fact]
    public void TheSameToldGivesTheSameSetsAndNeverMoreThanAskedFor() =>
        Gen.Select(SearchExample.AnySearch, SearchExample.AnySpace, Gen.Int[0, 40], Gen.Int[0, 20]).Sample((search, space, budget, most) =>
        {
            var told = SearchExample.Run(search, space, Objectives, budget);

            var first = search.Ask(space, told, most);
            var again = search.Ask(space, [.. told.Select(trial => trial with { })], most);

            Assert.Equal(first, again);
            Assert.True(first.Count <= most);
        }, iter: 300);

    [Fact]
    public void AnInterruptedSearchGoesOnToTheSameSetsWhereverItStopped() =>
        Gen.Select(SearchExample.AnySearch, SearchExample.AnySpace, Gen.Int[1, 50], Gen.Int[1, 12]).Sample((search, space, budget, atATime) =>
        {
            var whole = SearchExample.Run(search, space, Objectives, budget);

            var pieces = SearchExample.Run(search, space, Objectives, budget, atATime);

            Assert.Equal(whole.Select(trial => trial.Set), pieces.Select(trial => trial.Set));
        }, iter: 300);

    [Fact]
    public void ASpaceIsSearchedToItsEnd() =>
        Gen.Select(SearchExample.AnySearch, SearchExample.AnySpace).Sample((search, space) =>
        {
            var allowed = SearchExample.Allowed(space).ToArray();
            var expected = search is LatinHypercubeSearch { Count: var count } ? Math.Min(count, allowed.Length) : Math.Min(120, allowed.Length);

            var told = SearchExample.Run(search, space, Objectives, 120);

            Assert.Equal(expected, told.Count);
        }, iter: 150);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void AGridWithoutAxesHasOneSet(int kind) => Assert.Equal(
        [0],
        SearchExample.Run(SearchExample.Search(kind, 7, 4), SearchExample.Space([]), _ => [1], 20).Select(trial => trial.Set));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void AHugeSpaceIsSearchedWithoutBeingWalked(int kind)
    {
        var space = SearchExample.Space([1_000_000, 1_000_000, 1_000_000], "a < b and b < c");

        var told = SearchExample.Run(SearchExample.Search(kind, 3, 50), space, at => [-Math.Abs(at[0] - 1000.0) + at[2]], 150);

        Assert.Equal(kind == 2 ? 50 : 150, told.Select(trial => trial.Set).Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void AHugeSpaceThatAllowsNothingIsGivenUp(int kind)
    {
        var space = SearchExample.Space([1_000_000, 1_000_000, 1_000], "a < 0");

        Assert.Empty(SearchExample.Search(kind, 3, 50).Ask(space, [], 50));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void AnotherSeedGivesOtherSets(int kind)
    {
        var space = SearchExample.Space([1000, 1000]);

        Assert.NotEqual(SearchExample.Search(kind, 1, 10).Ask(space, [], 10), SearchExample.Search(kind, 2, 10).Ask(space, [], 10));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void ANegativeNumberOfSetsAndAnEmptyGenerationAreRefused(int kind)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchExample.Search(kind, 1, 10).Ask(SearchExample.Space([5]), [], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchExample.Search(kind, 1, 0));
    }

    /// <summary>Some sets fail.</summary>
    private static double[] Objectives(long[] at) => [at.Sum() % 7 == 3 ? double.NaN : -at.Sum(position => (position - 3.0) * (position - 3.0))];
}
