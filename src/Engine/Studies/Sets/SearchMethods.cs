using Backtest.Engine.Search;

namespace Backtest.Engine.Studies.Sets;

/// <summary>Makes the search that a study names.</summary>
internal static class SearchMethods
{
    private const int ParzenGeneration = 20, GeneticGeneration = 50, SobolGeneration = 1_000;

    /// <summary>A search for one strategy.</summary>
    /// <param name="search">What the study says.</param>
    /// <param name="count">How many sets of the strategy it may ask for.</param>
    public static ISearch Create(GuidedSearch search, int count) => search.Own ?? search.Method switch
    {
        SearchMethod.Sobol => new SobolSearch(search.Seed, search.Generation ?? SobolGeneration),
        SearchMethod.LatinHypercube => new LatinHypercubeSearch(search.Seed, count),
        SearchMethod.TreeParzen => new TreeParzenSearch(search.Seed, search.Generation ?? ParzenGeneration),
        SearchMethod.Genetic => new GeneticSearch(search.Seed, search.Generation ?? GeneticGeneration),
        _ => throw new ArgumentOutOfRangeException(nameof(search), search.Method, "there is no such method"),
    };
}
