using System.CommandLine;
using System.Text.Json;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Sets;
using Backtest.Engine.Studies.Stages;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;
using Backtest.Storage.Store;
using static Backtest.Host.Running.PeopleText;

namespace Backtest.Host.Commands;

/// <summary><c>backtest dropped</c>: which parameter sets a study's filters or its halving dropped, where, and why.</summary>
internal static class DroppedCommand
{
    private const int Shown = 20;

    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var (study, store, json) = (SharedOptions.Study(), SharedOptions.Store(), FormatOption.TextOrJson());
        var all = new Option<bool>("--all") { Description = $"Lists every dropped set, not the first {Shown} only." };
        var command = new Command("dropped", "Show which parameter sets the filters of a study, or its halving, dropped, and why.")
        {
            study, store, all, json,
        };
        command.SetAction((parsed, _) =>
        {
            var results = StudyResults.Open(shell, parsed.GetRequiredValue(study), new StoreDirectory(parsed.GetRequiredValue(store)));
            if (results.Table.Survey is not { } survey)
            {
                throw new UsageException($"{results.Study.Name} has no filter: write 'window-filter: trades >= 10' or 'final-filter: sharpe > 0' "
                    + "in its study file");
            }

            if (FormatOption.IsJson(parsed, json)) WriteJson(shell, results, survey);
            else WriteText(shell, results, survey, parsed.GetValue(all));
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static void WriteText(Shell shell, StudyResults results, StageSurvey survey, bool all)
    {
        var (table, definition) = (results.Table, results.Table.Plan.Study.Definition);
        var dropped = survey.DroppedSets().ToArray();
        var sets = table.Plan.Count / table.Plan.Windows.Count;
        shell.Output.WriteLine($"{results.Study.Name}: {MetricText.Count(dropped.Length)} of {MetricText.Count(sets)} sets dropped, "
            + $"which spared {MetricText.Count(table.Dropped)} backtests");
        foreach (var group in dropped.GroupBy(set => (set.Finally, Window: (int)(set.Index % table.Plan.Windows.Count))).OrderBy(group => group.Key))
        {
            var filter = Rule(definition, group.Key.Finally);
            var where = group.Key.Finally ? "in the end" : $"after {table.Plan.Windows[group.Key.Window].Name}";
            shell.Output.WriteLine($"  {MetricText.Count(group.Count()),9} {where} by {PrintableText.Of(filter)}");
        }

        if (dropped.Length == 0) return;
        var metrics = MetricsOf(definition);
        PlainColumn[] columns =
        [
            new("key", 0), new("set", 1), new("symbol", 4), new("dropped", 2), .. metrics.Select(metric => new PlainColumn(metric.Name, 3, true)),
        ];
        var shown = all ? dropped : dropped[..Math.Min(Shown, dropped.Length)];
        PlainTable.Write(shell.OutputConsole, columns, [.. shown.Select(set => Cells(table, set, metrics))]);
        if (shown.Length < dropped.Length) shell.Output.WriteLine($"{MetricText.Count(dropped.Length - shown.Length)} more: --all shows all");
    }

    private static string[] Cells(ResultTable table, DroppedSet set, Metric[] metrics)
    {
        var row = table.FindRow(set.Index)!.Value;
        var subject = table.Plan.Study.Strategies.Count > 1 ? $"{row.Strategy} {row.ParameterText}" : row.ParameterText;
        var means = Means(table, set);
        return
        [
            row.Key.ToString()[..RankingColumns.KeyDigits],
            PrintableText.Of(subject),
            PrintableText.Of(row.Symbol),
            set.Finally ? "in the end" : $"after {row.Window}",
            .. metrics.Select(metric => MetricText.Of(metric.Name, means[metric], false)),
        ];
    }

    private static void WriteJson(Shell shell, StudyResults results, StageSurvey survey) => JsonOutput.Write(shell, json =>
    {
        var (table, definition) = (results.Table, results.Table.Plan.Study.Definition);
        json.WriteStartObject();
        json.WriteString("study", results.Study.Name);
        json.WriteString("window_filter", definition.WindowFilter?.Text);
        json.WriteString("final_filter", definition.FinalFilter?.Text);
        json.WriteNumber("spared_backtests", table.Dropped);
        json.WriteStartArray("dropped");
        foreach (var set in survey.DroppedSets())
        {
            var (row, means) = (table.FindRow(set.Index)!.Value, Means(table, set));
            json.WriteStartObject();
            json.WriteString("key", row.Key.ToString());
            json.WriteString("strategy", row.Strategy);
            json.WriteString("parameters", row.ParameterText);
            json.WriteString("symbol", row.Symbol);
            json.WriteString("by", set.Finally ? "final-filter" : definition.Search is HalvingSearch ? "halving" : "window-filter");
            json.WriteString("window", set.Finally ? null : row.Window);
            json.WriteStartObject("metrics");
            foreach (var metric in MetricsOf(definition)) Number(json, metric.Name, means[metric]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    private static string Rule(StudyDefinition definition, bool final) => definition switch
    {
        _ when final => $"final-filter: {definition.FinalFilter!.Text}",
        { Search: HalvingSearch halving } => Invariant($"halving: 1 of {halving.Eta} goes on by {halving.Objective}"),
        _ => $"window-filter: {definition.WindowFilter!.Text}",
    };

    /// <summary>What the filter saw: the metrics of the window, or their means over all windows.</summary>
    private static MetricMeans Means(ResultTable table, DroppedSet set)
    {
        var (means, windows) = (new MetricMeans(), table.Plan.Windows.Count);
        for (var index = set.Finally ? set.Index - windows + 1 : set.Index; index <= set.Index; index++)
        {
            if (table.TryFind(index, out var metrics)) means.Add(in metrics);
        }

        return means;
    }

    /// <summary>The metrics that the filters speak of.</summary>
    private static Metric[] MetricsOf(StudyDefinition definition)
    {
        HashSet<string> named = [.. definition.WindowFilter?.Names ?? [], .. definition.FinalFilter?.Names ?? []];
        if (definition.Search is HalvingSearch halving) named.Add(halving.Objective);
        return [.. Metric.All.Where(metric => named.Contains(metric.Name))];
    }
}
