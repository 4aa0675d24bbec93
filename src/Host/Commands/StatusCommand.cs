using System.CommandLine;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;
using Backtest.Storage.Store;

namespace Backtest.Host.Commands;

/// <summary><c>backtest status</c>: what of a study is recorded, what failed, and what is missing.</summary>
internal static class StatusCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var (study, store, format) = (SharedOptions.Study(), SharedOptions.Store(), FormatOption.TextOrJson());
        var command = new Command("status", "Show how far a study is.") { study, store, format };
        command.SetAction((parsed, _) =>
        {
            var directory = new StoreDirectory(parsed.GetRequiredValue(store));
            var results = StudyResults.Open(shell, parsed.GetRequiredValue(study), directory);
            if (FormatOption.IsJson(parsed, format)) WriteJson(shell, results, directory);
            else WriteText(shell, results, directory);
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static void WriteText(Shell shell, StudyResults results, StoreDirectory store)
    {
        var table = results.Table;
        Line("study", results.Study.Name);
        Line("file", PrintableText.Of(results.Study.Source.Path));
        Line("store", $"{store.Path}, {ByteText.Of(StoreSize.Of(store))}");
        Line("planned", MetricText.Count(table.Plan.Count));
        Line("recorded", MetricText.Count(table.Count));
        foreach (var (status, count) in table.Counts.Where(pair => pair.Value > 0 || pair.Key <= ResultStatus.Failed))
            Line("  " + status.Name(), MetricText.Count(count));
        if (table.Survey is not null) Line("dropped", MetricText.Count(table.Dropped));
        Line("missing", MetricText.Count(table.Missing));
        if (table.Departed > 0) Line("left the plan", MetricText.Count(table.Departed));
        if (table.Damaged.Count > 0) Line("damaged events", MetricText.Count(table.Damaged.Count));
        Line("last recorded", MetricText.Moment(table.LastRecordedAt));

        void Line(string name, string value) => shell.Output.WriteLine($"{name,-16}{value}");
    }

    private static void WriteJson(Shell shell, StudyResults results, StoreDirectory store) => JsonOutput.Write(shell, json =>
    {
        var table = results.Table;
        json.WriteStartObject();
        json.WriteString("study", results.Study.Name);
        json.WriteString("file", results.Study.Source.Path);
        json.WriteString("store", store.Path);
        json.WriteNumber("store_bytes", StoreSize.Of(store));
        json.WriteNumber("planned", table.Plan.Count);
        json.WriteNumber("recorded", table.Count);
        foreach (var (status, count) in table.Counts) json.WriteNumber(status.Name().Replace('-', '_'), count);
        json.WriteNumber("dropped", table.Dropped);
        json.WriteNumber("missing", table.Missing);
        json.WriteNumber("left_the_plan", table.Departed);
        json.WriteNumber("damaged_events", table.Damaged.Count);
        json.WriteString("last_recorded_at", table.LastRecordedAt == 0 ? null : BarTimes.Text(table.LastRecordedAt));
        json.WriteEndObject();
    });
}
