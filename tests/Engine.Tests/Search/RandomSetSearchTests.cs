using Backtest.Engine.Search;

namespace Backtest.Engine.Tests.Search;

public sealed class RandomSetSearchTests
{
    [Fact]
    public void AllowedSetsAreEquallyLikely()
    {
        var space = SearchExample.Space([4, 4], "a <= b");
        var first = Enumerable.Range(0, 20_000).Select(seed => new RandomSetSearch((ulong)seed, 1).Ask(space, [], 1)[0]);

        var counts = first.GroupBy(set => set).Select(group => group.Count()).ToArray();

        Assert.Equal(10, counts.Length);
        Assert.All(counts, count => Assert.InRange(count, 1_800, 2_200));
    }

    [Fact]
    public void TheLastOfAFewSetsThatAConditionAllowsAreFoundByScan()
    {
        var space = SearchExample.Space([1000, 1000], "a == 77 and b >= 990");

        var sets = new RandomSetSearch(1, 20).Ask(space, [], 20);

        Assert.Equal(SearchExample.Allowed(space), sets.Order());
    }

    [Fact]
    public void TheSequenceDoesNotDependOnTheGeneration()
    {
        var space = SearchExample.Space([50, 50], "a < b");

        var byOne = SearchExample.Run(new RandomSetSearch(5, 1), space, _ => [0], 100);
        var bySeven = SearchExample.Run(new RandomSetSearch(5, 7), space, _ => [0], 100);

        Assert.Equal(byOne.Select(trial => trial.Set), bySeven.Select(trial => trial.Set));
    }
}
