namespace Backtest.Engine.Search;

/// <summary>The sets nearest to the points of a shifted <see cref="SobolSequence"/>, which fills the space more evenly than random points do. A
/// coordinate x in [0, 1) is position floor(x * size) of its axis. Points whose set is not allowed or came up before are skipped; asking for more
/// continues the same sequence, whatever the size of a generation. After <see cref="MaximumMisses"/> points in a row without a new set, random sets
/// follow. An answer takes time in proportion to all points before it.</summary>
/// <param name="Seed">The seed of the shift; any number.</param>
/// <param name="Generation">How many sets are asked for at a time; 1 or more.</param>
public sealed record SobolSearch(ulong Seed, int Generation) : ISearch
{
    /// <summary>The sequence is left after so many points in a row without a new set.</summary>
    public const int MaximumMisses = 10_000;

    /// <inheritdoc />
    public int Generation { get; } = AtLeast.One(Generation, nameof(Generation));

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The space has more than <see cref="SobolSequence.MaximumDimensions"/> axes.</exception>
    public IReadOnlyList<long> Ask(SearchSpace space, IReadOnlyList<Trial> told, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        if (space.AxisCount > SobolSequence.MaximumDimensions)
        {
            throw new ArgumentException($"a Sobol' sequence has at most {SobolSequence.MaximumDimensions} axes, not {space.AxisCount}: "
                + "search at random or by Latin hypercube", nameof(space));
        }

        var fresh = new FreshSets(space, told);
        var asked = Walk(space, fresh, most);
        while (asked.Count < most && fresh.Draw(SlotRandom.Of(Seed, told.Count + asked.Count)) is { } set) asked.Add(set);
        return asked;
    }

    /// <summary>Walks the sequence from its beginning, past what was told.</summary>
    private List<long> Walk(SearchSpace space, FreshSets fresh, int most)
    {
        var sequence = new SobolSequence(space.AxisCount, Seed);
        Span<ulong> point = stackalloc ulong[space.AxisCount];
        Span<long> at = stackalloc long[space.AxisCount];
        HashSet<long> seen = [];
        List<long> asked = [];
        sequence.Start(point);
        for (long index = 1, misses = 0; asked.Count < most && misses < MaximumMisses; sequence.Advance(point, index++))
        {
            for (var axis = 0; axis < at.Length; axis++) at[axis] = (long)Math.BigMul(point[axis], (ulong)space.SizeOf(axis), out _);
            var set = space.Join(at);
            var taken = fresh.TryTake(set);
            if (taken) asked.Add(set);
            misses = (taken || fresh.IsTaken(set)) && seen.Add(set) ? 0 : misses + 1;
        }

        return asked;
    }
}
