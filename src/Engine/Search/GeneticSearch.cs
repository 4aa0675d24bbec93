using Backtest.Engine.Numerics;

namespace Backtest.Engine.Search;

/// <summary>NSGA-II on a discrete space (K. Deb, A. Pratap, S. Agarwal and T. Meyarivan, "A fast and elitist multiobjective genetic algorithm:
/// NSGA-II", 2002); with one objective, an elitist genetic algorithm. The first generation is random. After each, the best of parents
/// and children become parents, infeasible trials last, then by non-domination rank and crowding distance. A child has two parents, each the
/// better of two drawn; it takes each axis from either (uniform crossover, G. Syswerda 1989), and then mutates: by a Gaussian step on
/// an ordered axis, cut off at its ends, by a new draw among categories. A child that is not allowed or came up before is bred again, and after
/// <see cref="GeneticSettings.Attempts"/> replaced by a random set.</summary>
/// <param name="Seed">The seed; any number.</param>
/// <param name="Generation">The size of the population and of each generation; 1 or more.</param>
public sealed record GeneticSearch(ulong Seed, int Generation) : ISearch
{
    /// <inheritdoc />
    public int Generation { get; } = AtLeast.One(Generation, nameof(Generation));

    /// <summary>The settings.</summary>
    public GeneticSettings Settings { get; init; } = GeneticSettings.Default;

    /// <inheritdoc />
    public IReadOnlyList<long> Ask(SearchSpace space, IReadOnlyList<Trial> told, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        most = Math.Min(most, Generation - told.Count % Generation);
        var parents = GeneticPopulation.After(told, Generation);
        var fresh = new FreshSets(space, told);
        List<long> asked = [];
        while (asked.Count < most && Choose(space, parents, fresh, SlotRandom.Of(Seed, told.Count + asked.Count)) is { } set) asked.Add(set);
        return asked;
    }

    private long? Choose(SearchSpace space, IReadOnlyList<Trial> parents, FreshSets fresh, SeededRandom random)
    {
        for (var attempt = 0; parents.Count > 0 && attempt < Settings.Attempts; attempt++)
        {
            var child = Breed(space, Tournament(parents, random), Tournament(parents, random), random);
            if (fresh.TryTake(child)) return child;
        }

        return fresh.Draw(random);
    }

    /// <summary>The better of two parents: they lie from the best to the worst.</summary>
    private static long Tournament(IReadOnlyList<Trial> parents, SeededRandom random) =>
        parents[(int)Math.Min(random.Below(parents.Count), random.Below(parents.Count))].Set;

    private long Breed(SearchSpace space, long mother, long father, SeededRandom random)
    {
        var (child, other) = (new long[space.AxisCount], new long[space.AxisCount]);
        space.Split(mother, child);
        space.Split(random.NextDouble() < Settings.Crossover ? father : mother, other);
        var mutation = Settings.Mutation ?? 1.0 / space.AxisCount;
        for (var axis = 0; axis < child.Length; axis++)
        {
            if (random.NextDouble() < 0.5) child[axis] = other[axis];
            if (random.NextDouble() < mutation) child[axis] = Mutate(space, axis, child[axis], random);
        }

        return space.Join(child);
    }

    private long Mutate(SearchSpace space, int axis, long position, SeededRandom random)
    {
        var size = space.SizeOf(axis);
        if (!space.IsOrdered(axis)) return random.Below(size);
        var step = random.NextNormal() * Settings.Step * size;
        step = Math.Abs(step) < 1 ? Math.CopySign(1, step) : Math.Round(step);
        return Math.Clamp(position + (long)Math.Clamp(step, -size, size), 0, size - 1);
    }
}
