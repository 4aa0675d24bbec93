using Backtest.Engine.Search;

namespace Backtest.Engine.Studies.Sets;

/// <summary>A choice of parameter sets.</summary>
/// <param name="Count">How many sets; 1 or more.</param>
/// <param name="Seed">The seed: the same one gives the same sets.</param>
public abstract record StudySearch(long Count, ulong Seed);

/// <summary>A seeded choice of parameter sets without repetition. More sets with the same seed begin with the same ones.</summary>
/// <param name="Count">How many sets; 1 or more.</param>
/// <param name="Seed">The seed.</param>
public sealed record RandomSearch(long Count, ulong Seed) : StudySearch(Count, Seed);

/// <summary>Successive halving: a seeded choice of sets is run over a short first part of the data, the best go on to a longer part, and so on;
/// the last few see all of it. See <see cref="SuccessiveHalving"/>.</summary>
/// <param name="Count">How many sets begin; 2 or more.</param>
/// <param name="Seed">The seed.</param>
public sealed record HalvingSearch(long Count, ulong Seed) : StudySearch(Count, Seed)
{
    /// <summary>One set in so many goes on, and sees so many times the data; 2 or more.</summary>
    public int Eta { get; init; } = 3;

    /// <summary>The metric, by the name of its result column, whose best go on.</summary>
    public string Objective { get; init; } = "sharpe";

    /// <summary>How many parts of the data there are, the whole included, 1 to 20; null for as many as leave one set at the last one, and 5 at
    /// most.</summary>
    public int? AskedRungs { get; init; }

    /// <summary>The number of parts.</summary>
    public int Rungs
    {
        get
        {
            const int Most = 5;
            if (AskedRungs is { } asked) return asked;
            var (rungs, left) = (1, Count);
            while (left >= Eta && rungs < Most) (rungs, left) = (rungs + 1, left / Eta);
            return rungs;
        }
    }
}

/// <summary>A search that chooses sets by a rule, most of them by the results of the sets before. A generation is decided together, so that the
/// sets are the same for any number of workers, and for a search that was interrupted.</summary>
/// <param name="Method">The method.</param>
/// <param name="Count">How many sets, over all strategies; 1 or more.</param>
/// <param name="Seed">The seed.</param>
public sealed record GuidedSearch(SearchMethod Method, long Count, ulong Seed) : StudySearch(Count, Seed)
{
    /// <summary>Sets are kept in memory: more than these are refused.</summary>
    public const long MaximumCount = 1_000_000;

    /// <summary>A search of the caller's own, in place of the method's; null for the method's.</summary>
    public ISearch? Own { get; init; }

    /// <summary>How many sets of each strategy are decided together; null for the method's own.</summary>
    public int? Generation { get; init; }

    /// <summary>The metrics, by the names of their result columns, whose best is looked for; one or more. Of several the best are
    /// those that no other is better than in all of them.</summary>
    public IReadOnlyList<string> Objectives { get; init; } = ["sharpe"];

    /// <summary>A condition over the metrics: a set that does not satisfy it is worse than any that does; null for none.</summary>
    public Expression? Constraint { get; init; }
}

/// <summary>The methods of a guided search.</summary>
public enum SearchMethod
{
    /// <summary>A Sobol' sequence: covers the space evenly. Learns nothing.</summary>
    Sobol,

    /// <summary>A Latin hypercube: covers each parameter evenly. Learns nothing.</summary>
    LatinHypercube,

    /// <summary>Tree-structured Parzen estimators.</summary>
    TreeParzen,

    /// <summary>A genetic algorithm, NSGA-II.</summary>
    Genetic,
}
