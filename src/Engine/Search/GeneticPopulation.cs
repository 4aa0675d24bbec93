namespace Backtest.Engine.Search;

/// <summary>The parents of NSGA-II, from the best to the worst. They are replayed from what was told: of the parents and each following generation
/// together, the best survive, by rank and then by crowding.</summary>
internal static class GeneticPopulation
{
    /// <summary>The parents after the whole generations of <paramref name="size"/> trials in <paramref name="told"/>; none before.</summary>
    public static IReadOnlyList<Trial> After(IReadOnlyList<Trial> told, int size)
    {
        IReadOnlyList<Trial> parents = [];
        for (var first = 0; first + size <= told.Count; first += size)
        {
            Trial[] together = [.. parents, .. Enumerable.Range(first, size).Select(trial => told[trial])];
            parents = [.. ParetoFront.BestFirst(together).Take(size).Select(trial => together[trial])];
        }

        return parents;
    }
}
