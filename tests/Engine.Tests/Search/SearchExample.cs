using Backtest.Engine.Parameters;
using Backtest.Engine.Search;
using Backtest.Engine.Studies;
using CsCheck;

namespace Backtest.Engine.Tests.Search;

/// <summary>Spaces with axes called a, b, c and so on, and searches run on functions of their positions.</summary>
internal static class SearchExample
{
    private static readonly string[] Conditions = ["a < b", "a + b < 6", "a > 100000", "a == b", "not a == 1", "b >= 2 and a <= 4"];

    /// <summary>Small spaces of one to four axes, some with a condition, some of which allows little or nothing.</summary>
    public static readonly Gen<SearchSpace> AnySpace =
        from sizes in Gen.Long[1, 9].Array[2, 4]
        from texts in Gen.Bool
        from condition in Gen.OneOf(Gen.Const((string?)null), Gen.Int[0, Conditions.Length - 1].Select(at => (string?)Conditions[at]))
        select Space(sizes, condition, texts);

    public static Gen<ISearch> AnySearch { get; } =
        from kind in Gen.Int[0, 4]
        from seed in Gen.ULong
        from size in Gen.Int[1, 12]
        select Search(kind, seed, size);

    /// <summary>A space of axes with the values 0 .. size - 1; the last axis, if asked for, of as many texts.</summary>
    public static SearchSpace Space(IReadOnlyList<long> sizes, string? where = null, bool lastIsText = false)
    {
        List<ParameterDeclaration> declarations = [];
        List<ParameterAxis> axes = [];
        for (var i = 0; i < sizes.Count; i++)
        {
            var name = ((char)('a' + i)).ToString();
            var isText = lastIsText && i == sizes.Count - 1 && i > 1;
            declarations.Add(isText ? ParameterDeclaration.OfText(name, "", "v0") : ParameterDeclaration.Real(name, "", 0, -1e18, 1e18));
            axes.Add(isText
                ? new ParameterAxis(name, [.. Enumerable.Range(0, (int)sizes[i]).Select(value => new ParameterValue($"v{value}"))])
                : new ParameterAxis(name, 0, sizes[i] - 1, 1));
        }

        return new SearchSpace(new ParameterGrid(declarations, axes), where is null ? null : new Expression(where));
    }

    public static ISearch Search(int kind, ulong seed, int generation) => kind switch
    {
        0 => new RandomSetSearch(seed, generation),
        1 => new SobolSearch(seed, generation),
        2 => new LatinHypercubeSearch(seed, generation),
        3 => new TreeParzenSearch(seed, generation) { Settings = new TreeParzenSettings { StartupSets = 5 } },
        _ => new GeneticSearch(seed, generation),
    };

    /// <summary>Runs a search until so many sets are told or it is over, generation by generation.</summary>
    public static List<Trial> Run(ISearch search, SearchSpace space, Func<long[], double[]> objectives, int budget, int? atATime = null)
    {
        List<Trial> told = [];
        while (told.Count < budget)
        {
            var sets = search.Ask(space, told, Math.Min(atATime ?? search.Generation, budget - told.Count));
            if (sets.Count == 0) break;
            told.AddRange(sets.Select(set => new Trial(set, objectives(Split(space, set)))));
        }

        return told;
    }

    public static long[] Split(SearchSpace space, long set)
    {
        var at = new long[space.AxisCount];
        space.Split(set, at);
        return at;
    }

    public static double Best(IReadOnlyList<Trial> told) => told.Max(trial => trial.Objectives[0]);

    public static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    public static IEnumerable<long> Allowed(SearchSpace space) =>
        Enumerable.Range(0, (int)space.Grid.Count).Select(set => (long)set).Where(space.Allows);
}
