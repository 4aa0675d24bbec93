using Backtest.Engine.Parameters;
using Backtest.Engine.Studies;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Backtest.Storage.Studies;

/// <summary>Reads the values that a study gives a parameter: one, a list, or a range.</summary>
internal static class AxisReader
{
    private const int MostListed = 1_000_000;

    /// <summary>The axis; null where it is wrong, which is reported.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="node">Its values.</param>
    /// <param name="parameters">The mapping that they are in.</param>
    /// <param name="document">The document.</param>
    /// <param name="none">The number that the word <c>none</c> stands for; null where it is a text like any other.</param>
    public static ParameterAxis? Read(string name, YamlNode node, YamlMap parameters, StudyDocument document, double? none = null)
    {
        var axis = node switch
        {
            YamlScalarNode scalar => Values(name, [scalar], parameters, document, none),
            YamlSequenceNode list => Values(name, [.. list.Children], parameters, document, none),
            _ => Range(name, (YamlMappingNode)node, document),
        };
        if (axis is not null) document.Place(axis, YamlMap.PositionOf(node));
        return axis;
    }

    private static ParameterAxis? Values(string name, YamlNode[] nodes, YamlMap parameters, StudyDocument document, double? none)
    {
        var values = new List<ParameterValue>(nodes.Length);
        foreach (var node in nodes)
        {
            if (parameters.AsScalar(node, $"a value of {name}", "a number or a text") is not { } scalar) continue;
            if (values.Count >= MostListed) break;
            values.Add(none is { } number && scalar.Value == "none" ? new ParameterValue(number) : Value(scalar));
        }

        if (nodes.Length == 0)
            document.Problems.Add(parameters.Position.Line, parameters.Position.Column, $"{name} has an empty list: give it a value");
        return values.Count == nodes.Length && values.Count > 0 ? new ParameterAxis(name, values) : null;
    }

    /// <summary>Plain numbers are numbers, <c>5%</c> included; everything else, and what stands in quotes, is a text.</summary>
    private static ParameterValue Value(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        return scalar.Style == ScalarStyle.Plain && ScalarText.Fraction(text) is { } number ? new ParameterValue(number) : new ParameterValue(text);
    }

    private static ParameterAxis? Range(string name, YamlMappingNode node, StudyDocument document)
    {
        var map = new YamlMap(node, document.Problems, $"the range of {name}", "from", "to", "step");
        map.Require("from", "from: 2");
        map.Require("to", "to: 62");
        var (from, to) = (map.Value("from", "a number", ScalarText.DecimalFraction), map.Value("to", "a number", ScalarText.DecimalFraction));
        var step = map.Find("step") is null ? DefaultStep(map) : map.Value("step", "a number above 0", Positive);
        if (from is not { } first || to is not { } last || step is not { } width) return null;
        if (last >= first) return new ParameterAxis(name, first, last, width);
        map.Report(node, $"the range of {name} is empty, from {first} is above to {last}: exchange them");
        return null;
    }

    /// <summary>1, or 1 % where the range is one of percentages.</summary>
    private static decimal DefaultStep(YamlMap map) => map.Find("to") is YamlScalarNode { Value: { } text } && text.EndsWith('%') ? 0.01m : 1;

    private static decimal? Positive(string text) => ScalarText.DecimalFraction(text) is { } value && value > 0 ? value : null;
}
