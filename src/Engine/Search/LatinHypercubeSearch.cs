using Backtest.Engine.Numerics;

namespace Backtest.Engine.Search;

/// <summary>A Latin hypercube sample: every axis is cut into as many strata as there are sets, each hit once, in an order that is drawn for each
/// axis (M. D. McKay, R. J. Beckman and W. J. Conover, "A comparison of three methods for selecting values of input variables", 1979). With a
/// permutation p of 0 .. N - 1 and u drawn from [0, 1), set i takes position floor((p(i) + u) / N * size) of the axis. Random
/// allowed sets stand in for those that the condition forbids or that came up before. The search is over after <see cref="Count"/> sets.</summary>
/// <param name="Seed">The seed; any number.</param>
/// <param name="Count">The number of sets, all of one generation; 1 or more.</param>
public sealed record LatinHypercubeSearch(ulong Seed, int Count) : ISearch
{
    /// <summary>The number of sets.</summary>
    public int Count { get; } = AtLeast.One(Count, nameof(Count));

    /// <inheritdoc />
    public int Generation => Count;

    /// <inheritdoc />
    public IReadOnlyList<long> Ask(SearchSpace space, IReadOnlyList<Trial> told, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        most = Math.Min(most, Count - told.Count);
        if (most <= 0) return [];
        var fresh = new FreshSets(space, told);
        List<long> asked = [];
        foreach (var set in Sample(space))
        {
            if (asked.Count < most && fresh.TryTake(set)) asked.Add(set);
        }

        while (asked.Count < most && fresh.Draw(SlotRandom.Of(Seed, told.Count + asked.Count)) is { } set) asked.Add(set);
        return asked;
    }

    private long[] Sample(SearchSpace space)
    {
        var random = SlotRandom.Of(Seed, -1);
        var sets = new long[Count];
        var order = new int[Count];
        for (var axis = 0; axis < space.AxisCount; axis++)
        {
            Shuffle(order, random);
            var size = space.SizeOf(axis);
            for (var i = 0; i < Count; i++)
                sets[i] = sets[i] * size + Math.Min(size - 1, (long)((order[i] + random.NextDouble()) / Count * size));
        }

        return sets;
    }

    /// <summary>Fills with a permutation (R. Durstenfeld, Algorithm 235, 1964).</summary>
    private static void Shuffle(int[] order, SeededRandom random)
    {
        for (var i = 0; i < order.Length; i++)
        {
            var j = (int)random.Below(i + 1);
            (order[i], order[j]) = (order[j], i);
        }
    }
}
