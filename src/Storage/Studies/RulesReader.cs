using System.Globalization;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Studies;
using YamlDotNet.RepresentationModel;

namespace Backtest.Storage.Studies;

/// <summary>Reads <c>rules</c>: stops, pauses and sizes on top of a strategy, each of which may be a grid.</summary>
internal static class RulesReader
{
    private static readonly string[] Fractions = ["equity", "volatility", "risk", "kelly"];
    private static readonly string[] Keys = [.. RuleParameters.All.Select(rule => rule.ShortName)];

    /// <summary>The axes of the rules of a mapping, the study or a strategy; what is wrong is reported.</summary>
    public static List<ParameterAxis> Read(YamlMap map, StudyDocument document)
    {
        List<ParameterAxis> axes = [];
        if (map.Find("rules") is not { } node) return axes;
        if (node is not YamlMappingNode mapping)
        {
            map.Report(node, $"rules is {YamlMap.KindOf(node)}: it has to be a mapping such as {{ stop-loss: 5%, take-profit: [10%, 20%] }}");
            return axes;
        }

        var rules = new YamlMap(mapping, document.Problems, "rules", Keys);
        foreach (var declaration in RuleParameters.All)
        {
            if (rules.Find(declaration.ShortName) is not { } value) continue;
            double? none = declaration.Choices is null && declaration.Minimum == 0 ? 0 : null;
            if (AxisReader.Read(declaration.Name, value, rules, document, none) is { } axis) axes.Add(axis);
        }

        return axes;
    }

    /// <summary>The entries with the study's rules; a rule that an entry gives itself is the entry's.</summary>
    public static List<StrategyEntry> Join(List<StrategyEntry> entries, List<ParameterAxis> rules, StudyDocument document)
    {
        if (rules.Count == 0) return entries;
        List<StrategyEntry> joined = [];
        foreach (var entry in entries)
        {
            var added = rules.Where(rule => entry.Axes.All(axis => axis.Name != rule.Name));
            var whole = entry with { Axes = [.. entry.Axes, .. added] };
            document.Place(whole, document.PositionOf(entry));
            joined.Add(whole);
        }

        return joined;
    }

    /// <summary>Reports rules that do not go together.</summary>
    public static void Check(StrategyEntry entry, StudyDocument document)
    {
        var sizing = Axis("sizing");
        string[] names = sizing is null ? ["equity"] : [.. sizing.Values.Where(value => value.IsText).Select(value => value.Text)];
        if (names.Contains("risk") && Axis("stop-loss") is null && Axis("trailing-stop") is null)
            Report(sizing!, "sizing is risk, and there is no stop: add a stop-loss or a trailing-stop");
        if (Axis("position-size") is not { } size) return;
        var most = document.Definition.Terms.Leverage;
        if (names.FirstOrDefault(Fractions.Contains) is { } fraction && Largest(size) is { } largest && largest > most)
        {
            Report(size, string.Create(
                CultureInfo.InvariantCulture,
                $"position-size is {new ParameterValue(largest)}: with sizing {fraction} it has to be at most {most}, which is {100 * most}%"));
        }

        ParameterAxis? Axis(string name) => entry.Axes.FirstOrDefault(axis => axis.Name == RuleParameters.Prefix + name);

        void Report(ParameterAxis axis, string message)
        {
            var (line, column) = document.PositionOf(axis);
            document.Problems.Add(line, column, message);
        }
    }

    private static double? Largest(ParameterAxis axis)
    {
        if (axis.IsRange) return axis[axis.Count - 1].Number;
        var numbers = axis.Values.Where(value => !value.IsText).Select(value => value.Number).ToArray();
        return numbers.Length == 0 ? null : numbers.Max();
    }
}
