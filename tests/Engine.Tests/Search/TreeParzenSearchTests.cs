using Backtest.Engine.Search;

namespace Backtest.Engine.Tests.Search;

public sealed class TreeParzenSearchTests
{
    public static TheoryData<string, int, int> Cases => Adaptive.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void ItFindsABetterOptimumThanRandomSearch(string function, int axes, int generation) =>
        Adaptive.BeatsRandomSearch(seed => new TreeParzenSearch(seed, generation), function, axes);

    [Fact]
    public void SetsAreRandomUntilTheStartupSetsAreTold()
    {
        var space = SearchExample.Space([100, 100]);
        var search = new TreeParzenSearch(4, 10) { Settings = new TreeParzenSettings { StartupSets = 30 } };

        var told = SearchExample.Run(search, space, at => [-at.Sum()], 100);
        var random = SearchExample.Run(new RandomSetSearch(4, 10), space, at => [-at.Sum()], 100);

        Assert.Equal(random.Take(30).Select(trial => trial.Set), told.Take(30).Select(trial => trial.Set));
        Assert.True(told.Skip(30).Average(trial => trial.Objectives[0]) > 2 * random.Average(trial => trial.Objectives[0]) / 3);
        Assert.NotEqual(random[30].Set, told[30].Set);
    }

    [Fact]
    public void GoodCategoriesAreTriedMoreOften() => Adaptive.PrefersTheBestCategory(seed => new TreeParzenSearch(seed, 10));

    [Fact]
    public void InfeasibleSetsAreAvoided() => Adaptive.AvoidsInfeasibleSets(seed => new TreeParzenSearch(seed, 10));

    [Fact]
    public void TwoObjectivesGiveALargerFrontThanRandomSearch() => Adaptive.CoversMoreThanRandomSearch(seed => new TreeParzenSearch(seed, 20));

    [Fact]
    public void WhereEverySetFailsSetsStayRandom()
    {
        var space = SearchExample.Space([40, 40]);

        Assert.Equal(
            SearchExample.Run(new RandomSetSearch(4, 10), space, _ => [double.NaN], 60).Select(trial => trial.Set),
            SearchExample.Run(new TreeParzenSearch(4, 10), space, _ => [double.NaN], 60).Select(trial => trial.Set));
    }

    [Fact]
    public void AnAxisOfMoreValuesThanCellsIsSearchedToTheValue()
    {
        var space = SearchExample.Space([1_000_000]);

        var told = SearchExample.Run(new TreeParzenSearch(4, 10), space, at => [-Math.Abs(at[0] - 654_321)], 300);

        Assert.InRange(SearchExample.Best(told), -1_000, 0);
        Assert.True(told.Select(trial => trial.Set % 1954).Distinct().Count() > 200);
    }

    [Fact]
    public void SettingsOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeParzenSettings { StartupSets = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeParzenSettings { Gamma = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeParzenSettings { Gamma = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeParzenSettings { MostGood = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeParzenSettings { Candidates = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeParzenSettings { PriorWeight = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeParzenSettings { PriorWeight = double.PositiveInfinity });
    }
}
