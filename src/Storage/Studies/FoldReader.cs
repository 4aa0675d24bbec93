using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Folds;
using YamlDotNet.RepresentationModel;

namespace Backtest.Storage.Studies;

/// <summary>Reads windows that follow from the data: <c>walk-forward</c> and <c>cross-validation</c>.</summary>
internal static class FoldReader
{
    private const string Span = "a length such as 3y, 6M (months), 2w, 10d or 12h";

    /// <summary>The schedule and its warm-up; null where it is wrong, which is reported.</summary>
    public static (FoldSchedule? Folds, int? WarmUpBars) Read(YamlMappingNode node, StudyDocument document)
    {
        const string Example = "{ walk-forward: { train: 3y, test: 1y } } or { cross-validation: { groups: 6, test: 2 } }";
        var map = new YamlMap(node, document.Problems, "windows", "walk-forward", "cross-validation");
        if (map.Find("walk-forward") is not null && map.Find("cross-validation") is { } second)
            map.Report(second, "there is a walk-forward and a cross-validation: keep one of the two");
        if (map.Find("walk-forward") is { } forward) return Mapping(forward, map, "walk-forward", WalkForward, document);
        if (map.Find("cross-validation") is { } validation) return Mapping(validation, map, "cross-validation", CrossValidation, document);
        if (node.Children.Count == 0) map.Report(node, $"windows is empty: write {Example}");
        return (null, null);
    }

    private static (FoldSchedule?, int?) Mapping(
        YamlNode node, YamlMap windows, string key, Func<YamlMappingNode, StudyDocument, (FoldSchedule?, int?)> read, StudyDocument document)
    {
        if (node is YamlMappingNode mapping) return read(mapping, document);
        windows.Report(node, $"{key} is {YamlMap.KindOf(node)}: it has to be a mapping such as {{ train: 3y, test: 1y }}");
        return (null, null);
    }

    private static (FoldSchedule?, int?) WalkForward(YamlMappingNode node, StudyDocument document)
    {
        var map = new YamlMap(
            node, document.Problems, "a walk-forward", "train", "test", "gap", "step", "warm-up", "mode", "select", "from", "to");
        map.Require("train", "train: 3y");
        map.Require("test", "test: 1y");
        var (train, test) = (map.Value("train", $"{Span}, more than nothing", Positive), map.Value("test", $"{Span}, more than nothing", Positive));
        var gap = map.Value("gap", Span, CalendarSpan.Parse) ?? new CalendarSpan(0, CalendarUnit.Day);
        var step = map.Value("step", $"{Span}, more than nothing", Positive);
        var anchored = map.Value("mode", "rolling or anchored", text => text switch { "rolling" => false, "anchored" => true, _ => (bool?)null });
        var (select, warmUp) = (Select(map), DefinitionReader.WarmUp(map));
        var (from, to) = (map.Value("from", WindowReader.Date, ScalarText.Moment), map.Value("to", WindowReader.Date, ScalarText.Moment));
        if (train is not { } trained || test is not { } tested) return (null, warmUp);
        var folds = new WalkForward(trained, tested)
        {
            Gap = gap,
            Step = step,
            Anchored = anchored ?? false,
            Select = select,
            From = from?.Ticks,
            To = WindowReader.End(to),
        };
        return (folds, warmUp);
    }

    private static (FoldSchedule?, int?) CrossValidation(YamlMappingNode node, StudyDocument document)
    {
        var map = new YamlMap(node, document.Problems, "a cross-validation", "groups", "test", "gap", "warm-up", "select");
        map.Require("groups", "groups: 6");
        map.Require("test", "test: 2");
        var groups = map.Value("groups", "a whole number from 2 to 64", text => Whole(text, 2, 64));
        var test = map.Value("test", "a whole number from 1 to 63", text => Whole(text, 1, 63));
        var gap = map.Value("gap", Span, CalendarSpan.Parse) ?? new CalendarSpan(0, CalendarUnit.Day);
        var (select, warmUp) = (Select(map), DefinitionReader.WarmUp(map));
        if (groups is not { } all || test is not { } tested) return (null, warmUp);
        if (tested >= all)
        {
            map.Report(map.Find("test")!, $"test is {tested} of {all} groups: it has to leave some to choose parameters in");
            return (null, warmUp);
        }

        var folds = new CrossValidation(all, tested) { Gap = gap, Select = select };
        const long Most = Engine.Studies.Folds.CrossValidation.MostFolds;
        if (folds.Count <= Most) return (folds, warmUp);
        map.Report(map.Find("groups")!, $"{all} groups have more than {Most} choices of {tested}: take fewer");
        return (null, warmUp);
    }

    private static string Select(YamlMap map)
    {
        const string Default = "sharpe";
        if (map.Scalar("select", "a metric such as sharpe") is not { Value: { } name } scalar) return Default;
        if (Metric.Find(name) is not null) return name;
        map.Report(scalar, $"select is '{name}', which is no metric: {Spelling.Remedy(name, [.. Metric.All.Select(metric => metric.Name)])}");
        return Default;
    }

    private static CalendarSpan? Positive(string text) => CalendarSpan.Parse(text) is { Count: > 0 } span ? span : null;

    private static int? Whole(string text, int least, int most) =>
        ScalarText.Whole(text) is { } whole && whole >= least && whole <= most ? (int)whole : null;
}
