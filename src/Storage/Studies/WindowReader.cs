using Backtest.Engine.Studies;
using YamlDotNet.RepresentationModel;

namespace Backtest.Storage.Studies;

/// <summary>Reads <c>windows</c>: <c>all</c>, or a list of dates.</summary>
internal static class WindowReader
{
    private const string Expected = "all, or a list such as [{ from: 2010-01-01, to: 2019-12-31 }]";

    /// <summary>The windows; all bars where there are none.</summary>
    public static IReadOnlyList<Window> Read(YamlMap study, StudyDocument document)
    {
        switch (study.Find("windows"))
        {
            case null or YamlScalarNode { Value: "all" }:
                break;
            case YamlSequenceNode { Children.Count: > 0 } list:
                return [.. list.Children.Select(node => Window(node, study, document)).OfType<Window>()];
            case YamlMappingNode mapping when mapping.Children.Keys.Any(key => key is YamlScalarNode { Value: "walk-forward" }):
                study.Report(mapping, "walk-forward windows cannot be run by this version: write a list of { from, to }");
                break;
            case { } other:
                var found = other is YamlScalarNode scalar ? $"'{scalar.Value}'" : YamlMap.KindOf(other);
                study.Report(other, $"windows is {found}: it has to be {Expected}");
                break;
        }

        return [Engine.Studies.Window.All];
    }

    private static Window? Window(YamlNode node, YamlMap study, StudyDocument document)
    {
        if (node is not YamlMappingNode mapping)
        {
            study.Report(node, $"a window is {YamlMap.KindOf(node)}: it has to be {{ from: 2010-01-01, to: 2019-12-31 }}");
            return null;
        }

        var map = new YamlMap(mapping, document.Problems, "a window", "from", "to");
        const string Date = "a date such as 2010-01-31, or 2010-01-31T15:30:00Z";
        var (from, to) = (map.Value("from", Date, ScalarText.Moment), map.Value("to", Date, ScalarText.Moment));
        if (map.Find("from") is null && map.Find("to") is null)
        {
            map.Report(node, "a window has no from and no to: write one of them at least, or 'windows: all'");
            return null;
        }

        // A day that ends a window belongs to it.
        var end = to is { IsDay: true } day ? day.Ticks + TimeSpan.TicksPerDay : to?.Ticks;
        if (from?.Ticks >= end)
        {
            map.Report(node, $"a window begins at {Text(map, "from")} and ends at {Text(map, "to")}: exchange them");
            return null;
        }

        return new Window($"{Text(map, "from")}..{Text(map, "to")}", from?.Ticks, end);
    }

    private static string Text(YamlMap map, string key) => (map.Find(key) as YamlScalarNode)?.Value ?? "";
}
