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
        if (map.Find("file") is { } file)
            map.Report(file, "strategies from a source file cannot be run by this version: build a class library and name it with 'assembly'");
        var axes = Axes(map, document);
        axes.AddRange(RulesReader.Read(map, document));
        var where = Where(map, document);
        var nameNode = map.Find("file") is null ? map.Require("name", "name: sma-cross") : map.Find("name");
        if (nameNode is null || map.AsScalar(nameNode, "name", "a text") is not { Value: { } name }) return null;
        var entry = new StrategyEntry(name, map.Scalar("assembly", "a path")?.Value, axes, where);
        document.Place(entry, YamlMap.PositionOf(nameNode));
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
