using Backtest.Engine.Search;

namespace Backtest.Engine.Tests.Search;

public sealed class GeneticSearchTests
{
    public static TheoryData<string, int, int> Cases => Adaptive.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void ItFindsABetterOptimumThanRandomSearch(string function, int axes, int generation) =>
        Adaptive.BeatsRandomSearch(seed => new GeneticSearch(seed, generation), function, axes);

    [Fact]
    public void TheFirstGenerationIsRandom()
    {
        var space = SearchExample.Space([100, 100]);

        Assert.Equal(new RandomSetSearch(4, 10).Ask(space, [], 10), new GeneticSearch(4, 10).Ask(space, [], 10));
    }

    [Fact]
    public void WithoutMutationChildrenMixTheirParents()
    {
        var space = SearchExample.Space([1000, 1000, 1000]);
        var search = new GeneticSearch(4, 10) { Settings = new GeneticSettings { Mutation = 0, Crossover = 1 } };
        var told = SearchExample.Run(search, space, at => [-at.Sum()], 10);
        var parents = told.Select(trial => SearchExample.Split(space, trial.Set)).ToArray();

        var children = search.Ask(space, told, 10).Select(set => SearchExample.Split(space, set));

        Assert.All(children, child => Assert.All(Enumerable.Range(0, 3), axis => Assert.Contains(parents, parent => parent[axis] == child[axis])));
    }

    [Fact]
    public void WithoutCrossoverChildrenAreStepsFromOneParent()
    {
        var space = SearchExample.Space([1000, 1000, 1000]);
        var search = new GeneticSearch(4, 10) { Settings = new GeneticSettings { Mutation = 1, Crossover = 0, Step = 0 } };
        var told = SearchExample.Run(search, space, at => [-at.Sum()], 10);
        var parents = told.Select(trial => SearchExample.Split(space, trial.Set)).ToArray();

        var children = search.Ask(space, told, 10).Select(set => SearchExample.Split(space, set));

        Assert.All(children, child => Assert.Contains(parents, parent => parent.Zip(child, (a, b) => Math.Abs(a - b)).All(step => step == 1)));
    }

    [Fact]
    public void TheBestEverTrialStaysAParent()
    {
        var space = SearchExample.Space([1000, 1000, 1000]);
        var search = new GeneticSearch(4, 10) { Settings = new GeneticSettings { Mutation = 0, Crossover = 0, Attempts = 1 } };
        List<Trial> told = [new(555_555_555, [1e9]), .. Enumerable.Range(1, 49).Select(set => new Trial(set, [-set]))];

        var withMutation = (search with { Settings = new GeneticSettings { Mutation = 1, Step = 0, Crossover = 0 } }).Ask(space, told, 10);

        Assert.Contains(withMutation, set => SearchExample.Split(space, set).All(position => Math.Abs(position - 555) == 1));
    }

    [Fact]
    public void GoodCategoriesAreTriedMoreOften() => Adaptive.PrefersTheBestCategory(seed => new GeneticSearch(seed, 10));

    [Fact]
    public void InfeasibleSetsAreAvoided() => Adaptive.AvoidsInfeasibleSets(seed => new GeneticSearch(seed, 10));

    [Fact]
    public void TwoObjectivesGiveALargerFrontThanRandomSearch() => Adaptive.CoversMoreThanRandomSearch(seed => new GeneticSearch(seed, 20));

    [Fact]
    public void SettingsOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeneticSettings { Crossover = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeneticSettings { Mutation = -0.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeneticSettings { Step = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeneticSettings { Attempts = 0 });
        Assert.Null(new GeneticSettings { Mutation = null }.Mutation);
    }
}
