using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Expressions;
using YamlDotNet.RepresentationModel;

namespace Backtest.Storage.Studies;

/// <summary>Reads an entry of <c>strategies</c>.</summary>
internal static class StrategyReader
{
    /// <summary>The strategy with its grid; null where it is wrong, which is reported.</summary>
    public static StrategyEntry? Read(YamlMappingNode node, StudyDocument document)
    {
        var map = new YamlMap(node, document.Problems, "a strategy", "name", "assembly", "file", "parameters", "where", "rules");
        var axes = Axes(map, document);
        axes.AddRange(RulesReader.Read(map, document));
        var where = Where(map, document);
        var (assembly, file) = (map.Scalar("assembly", "a path")?.Value, map.Scalar("file", "a path")?.Value);
        if (assembly is not null && file is not null)
            map.Report(map.Find("file")!, "there is a file and an assembly: keep the one that holds the strategy");
        if ((assembly is null && map.Find("assembly") is not null) || (file is null && map.Find("file") is not null)) return null;
        // A source file mostly holds one strategy, which then needs no name here.
        var place = map.Find("name") ?? (file is null ? map.Require("name", "name: sma-cross") : map.Find("file"));
        if (place is null) return null;
        var name = map.Find("name") is { } written ? map.AsScalar(written, "name", "a text")?.Value : "";
        if (name is null) return null;
        var entry = new StrategyEntry(name, assembly, axes, where) { File = file };
        document.Place(entry, YamlMap.PositionOf(place));
        return entry;
    }

    private static List<ParameterAxis> Axes(YamlMap map, StudyDocument document)
    {
        List<ParameterAxis> axes = [];
        if (map.Find("parameters") is not { } node) return axes;
        if (node is not YamlMappingNode mapping)
        {
            const string Example = "{ fast: [5, 10], slow: { from: 20, to: 200 } }";
            map.Report(node, $"parameters is {YamlMap.KindOf(node)}: it has to be a mapping such as {Example}");
            return axes;
        }

        foreach (var (key, value) in mapping.Children)
        {
            if (map.AsScalar(key, "a parameter's name", "a text") is not { Value: { } name }) continue;
            if (AxisReader.Read(name, value, map, document) is { } axis) axes.Add(axis);
        }

        return axes;
    }

    private static Expression? Where(YamlMap map, StudyDocument document)
    {
        if (map.Scalar("where", "a condition such as fast < slow") is not { Value: { } text } scalar) return null;
        try
        {
            var where = new Expression(text);
            document.Place(where, YamlMap.PositionOf(scalar));
            return where;
        }
        catch (ExpressionException problem)
        {
            Report(document, YamlMap.PositionOf(scalar), problem);
            return null;
        }
    }

    /// <summary>Reports a problem inside a condition.</summary>
    public static void Report(StudyDocument document, (int Line, int Column) start, ExpressionException problem) =>
        document.Problems.Add(start.Line, start.Column + problem.Column - 1, problem.Message);
}
