namespace Backtest.Engine.Search;

/// <summary>Random search: every allowed set that was not run before is equally likely (J. Bergstra and Y. Bengio, "Random search for
/// hyper-parameter optimization", 2012). Asking for more continues the same sequence, whatever the size of a generation.</summary>
/// <param name="Seed">The seed; any number.</param>
/// <param name="Generation">How many sets are asked for at a time; 1 or more.</param>
public sealed record RandomSetSearch(ulong Seed, int Generation) : ISearch
{
    /// <inheritdoc />
    public int Generation { get; } = AtLeast.One(Generation, nameof(Generation));

    /// <inheritdoc />
    public IReadOnlyList<long> Ask(SearchSpace space, IReadOnlyList<Trial> told, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var fresh = new FreshSets(space, told);
        List<long> asked = [];
        while (asked.Count < most && fresh.Draw(SlotRandom.Of(Seed, told.Count + asked.Count)) is { } set) asked.Add(set);
        return asked;
    }
}
