using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Sets;
using YamlDotNet.RepresentationModel;

namespace Backtest.Storage.Studies;

/// <summary>Reads <c>search</c>: how parameter sets are chosen.</summary>
internal static class SearchReader
{
    private const string Example = "{ random: 500, seed: 7 } or { tpe: 500, objective: sharpe }";

    private static readonly string[] Methods = ["random", "sobol", "latin-hypercube", "tpe", "genetic", "halving"];

    /// <summary>The search; null where there is none, or where it is wrong, which is reported.</summary>
    public static StudySearch? Read(YamlMap study, StudyDocument document)
    {
        if (study.Find("search") is not { } node) return null;
        if (node is not YamlMappingNode mapping)
        {
            study.Report(node, $"search is {YamlMap.KindOf(node)}: it has to be {Example}");
            return null;
        }

        var map = new YamlMap(
            mapping, document.Problems, "a search", [.. Methods, "seed", "generation", "objective", "objectives", "constraint", "eta", "rungs"]);
        var named = Methods.Where(method => map.Find(method) is not null).ToArray();
        if (named.Length != 1)
        {
            map.Report(node, named.Length == 0
                ? $"a search has no method: write one of {string.Join(", ", Methods)}, such as {Example}"
                : $"a search has the methods {string.Join(" and ", named)}: keep one");
            return null;
        }

        var count = map.Value(named[0], "a whole number from 1 on", text => Whole(text, 1, long.MaxValue));
        var seed = (ulong)(map.Value("seed", "a whole number from 0 on", text => Whole(text, 0, long.MaxValue)) ?? 0);
        return named[0] switch
        {
            "random" => Random(map, count, seed),
            "halving" => Halving(map, count, seed),
            var method => Guided(map, method, count, seed, document),
        };
    }

    private static RandomSearch? Random(YamlMap map, long? count, ulong seed)
    {
        Refuse(map, "random", "generation", "objective", "objectives", "constraint", "eta", "rungs");
        return count is { } sets ? new RandomSearch(sets, seed) : null;
    }

    private static HalvingSearch? Halving(YamlMap map, long? count, ulong seed)
    {
        Refuse(map, "halving", "generation", "objectives", "constraint");
        var eta = map.Value("eta", "a whole number from 2 to 100", text => (int?)Whole(text, 2, 100)) ?? 3;
        var rungs = map.Value("rungs", "a whole number from 1 to 20", text => (int?)Whole(text, 1, 20));
        var objective = map.Scalar("objective", "a metric such as sharpe") is { } scalar ? Metric(scalar, map) : "sharpe";
        if (count is 1) map.Report(map.Find("halving")!, "halving is 1: there is nothing to halve, write 2 sets or more");
        return count is { } sets and >= 2 && objective is not null
            ? new HalvingSearch(sets, seed) { Eta = eta, AskedRungs = rungs, Objective = objective }
            : null;
    }

    private static GuidedSearch? Guided(YamlMap map, string method, long? count, ulong seed, StudyDocument document)
    {
        var learns = method is "tpe" or "genetic";
        if (learns) Refuse(map, method, "eta", "rungs");
        else Refuse(map, method, "objective", "objectives", "constraint", "eta", "rungs");
        if (method == "latin-hypercube") Refuse(map, method, "generation");
        var generation = map.Value("generation", "a whole number from 1 to 100000", text => (int?)Whole(text, 1, 100_000));
        var objectives = Objectives(map);
        var constraint = FilterReader.Read("constraint", map, document);
        if (count > GuidedSearch.MaximumCount)
        {
            map.Report(map.Find(method)!, $"{method} is {count}: sets are kept in memory, take {GuidedSearch.MaximumCount} at most");
            return null;
        }

        if (count is not { } sets || objectives is null) return null;
        var kind = method switch
        {
            "sobol" => SearchMethod.Sobol,
            "latin-hypercube" => SearchMethod.LatinHypercube,
            "tpe" => SearchMethod.TreeParzen,
            _ => SearchMethod.Genetic,
        };
        return new GuidedSearch(kind, sets, seed) { Generation = generation, Objectives = objectives, Constraint = constraint };
    }

    private static string[]? Objectives(YamlMap map)
    {
        if (map.Find("objective") is not null && map.Find("objectives") is { } both)
            map.Report(both, "there is an objective and a list of objectives: keep one of the two");
        if (map.Find("objectives") is not { } node)
            return map.Scalar("objective", "a metric such as sharpe") is { } one ? Metric(one, map) is { } name ? [name] : null : ["sharpe"];
        if (node is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            map.Report(node, $"objectives is {YamlMap.KindOf(node)}: it has to be a list of metrics such as [sharpe, max_drawdown]");
            return null;
        }

        var names = list.Children
            .Select(child => map.AsScalar(child, "an objective", "a metric such as sharpe") is { } scalar ? Metric(scalar, map) : null)
            .ToArray();
        return names.Contains(null) ? null : [.. names.OfType<string>().Distinct()];
    }

    private static string? Metric(YamlScalarNode scalar, YamlMap map)
    {
        var name = scalar.Value ?? "";
        if (Engine.Statistics.Metric.Find(name) is not null) return name;
        var remedy = Spelling.Remedy(name, [.. Engine.Statistics.Metric.All.Select(metric => metric.Name)]);
        map.Report(scalar, $"the objective is '{name}', which is no metric: {remedy}");
        return null;
    }

    /// <summary>Refuses keys that mean nothing for a method.</summary>
    private static void Refuse(YamlMap map, string method, params string[] keys)
    {
        foreach (var key in keys)
        {
            if (map.Find(key) is { } node) map.Report(node, $"{key} means nothing for a search by {method}: leave it out");
        }
    }

    private static long? Whole(string text, long least, long most) =>
        ScalarText.Whole(text) is { } whole && whole >= least && whole <= most ? whole : null;
}
