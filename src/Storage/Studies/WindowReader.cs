using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Folds;
using YamlDotNet.RepresentationModel;

namespace Backtest.Storage.Studies;

/// <summary>Reads <c>windows</c>: <c>all</c>, a list of dates, or what they are derived from.</summary>
internal static class WindowReader
{
    /// <summary>What a date looks like.</summary>
    public const string Date = "a date such as 2010-01-31, or 2010-01-31T15:30:00Z";

    private const string Expected = "all, a list such as [{ from: 2010-01-01, to: 2019-12-31 }], or { walk-forward: { train: 3y, test: 1y } }";

    /// <summary>The windows; all bars where there are none. Or what they are derived from, and the warm-up that it names.</summary>
    public static (IReadOnlyList<Window> Windows, FoldSchedule? Folds, int? WarmUpBars) Read(YamlMap study, StudyDocument document)
    {
        switch (study.Find("windows"))
        {
            case null or YamlScalarNode { Value: "all" }:
                break;
            case YamlSequenceNode { Children.Count: > 0 } list:
                return ([.. list.Children.Select(node => Window(node, study, document)).OfType<Window>()], null, null);
            case YamlMappingNode mapping:
                var (folds, warmUp) = FoldReader.Read(mapping, document);
                return ([Engine.Studies.Window.All], folds, warmUp);
            case { } other:
                var found = other is YamlScalarNode scalar ? $"'{scalar.Value}'" : YamlMap.KindOf(other);
                study.Report(other, $"windows is {found}: it has to be {Expected}");
                break;
        }

        return ([Engine.Studies.Window.All], null, null);
    }

    /// <summary>The first moment after a window that ends at a date: a day that ends a window belongs to it.</summary>
    public static long? End((long Ticks, bool IsDay)? to) => to is { IsDay: true } day ? day.Ticks + TimeSpan.TicksPerDay : to?.Ticks;

    private static Window? Window(YamlNode node, YamlMap study, StudyDocument document)
    {
        if (node is not YamlMappingNode mapping)
        {
            study.Report(node, $"a window is {YamlMap.KindOf(node)}: it has to be {{ from: 2010-01-01, to: 2019-12-31 }}");
            return null;
        }

        var map = new YamlMap(mapping, document.Problems, "a window", "from", "to");
        var (from, to) = (map.Value("from", Date, ScalarText.Moment), map.Value("to", Date, ScalarText.Moment));
        if (map.Find("from") is null && map.Find("to") is null)
        {
            map.Report(node, "a window has no from and no to: write one of them at least, or 'windows: all'");
            return null;
        }

        var end = End(to);
        if (from?.Ticks >= end)
        {
            map.Report(node, $"a window begins at {Text(map, "from")} and ends at {Text(map, "to")}: exchange them");
            return null;
        }

        return new Window($"{Text(map, "from")}..{Text(map, "to")}", from?.Ticks, end);
    }

    private static string Text(YamlMap map, string key) => (map.Find(key) as YamlScalarNode)?.Value ?? "";
}
