using System.CommandLine;
using System.Text.Json;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;
using Backtest.Storage.Store;

namespace Backtest.Host.Commands;

/// <summary><c>backtest failures</c>: why backtests of a study failed.</summary>
internal static class FailuresCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var (study, store, json) = (SharedOptions.Study(), SharedOptions.Store(), FormatOption.TextOrJson());
        var all = new Option<bool>("--all") { Description = "Lists each failure in place of one example of each kind." };
        var command = new Command("failures", "Show why backtests of a study failed.") { study, store, all, json };
        command.SetAction((parsed, _) =>
        {
            var reference = parsed.GetRequiredValue(study);
            var results = StudyResults.Open(shell, reference, new StoreDirectory(parsed.GetRequiredValue(store)));
            if (FormatOption.IsJson(parsed, json)) WriteJson(shell, results, reference, parsed.GetValue(all));
            else WriteText(shell, results, reference, parsed.GetValue(all));
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static void WriteText(Shell shell, StudyResults results, string reference, bool all)
    {
        var table = results.Table;
        var (failed, recorded) = (MetricText.Count(table.Failed), MetricText.Count(table.Count));
        shell.Output.WriteLine($"{results.Study.Name}: {failed} of {recorded} recorded backtests failed");
        if (all) FailureText.WriteAll(shell, table);
        else FailureText.WriteGroups(shell, reference, FailureGroup.Of(table));
        if (table.Failed > 0) shell.Error.WriteLine($"backtest: 'backtest retry {PrintableText.Of(reference)}' gives them back to the next run");
    }

    private static void WriteJson(Shell shell, StudyResults results, string reference, bool all)
    {
        var table = results.Table;
        var rows = all
            ? table.At(Enumerable.Range(0, table.Count)).Where(row => row.Status != ResultStatus.Done).Select(row => (Row: row, Count: 1))
            : FailureGroup.Of(table).Select(group => (Row: group.Example, group.Count));
        JsonOutput.Write(shell, json =>
        {
            json.WriteStartObject();
            json.WriteString("study", results.Study.Name);
            json.WriteNumber("recorded", table.Count);
            json.WriteNumber("failed", table.Failed);
            json.WriteStartArray(all ? "failures" : "kinds");
            foreach (var (row, count) in rows) Write(json, row, all ? null : count, reference);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, ResultRow row, int? count, string reference)
    {
        json.WriteStartObject();
        if (count is { } number) json.WriteNumber("count", number);
        json.WriteString("status", row.Status.Name());
        json.WriteString("exception", row.Error?.Type);
        json.WriteString("message", row.Error?.Message);
        json.WriteNumber("index", row.Index);
        json.WriteString("key", row.Key.ToString());
        json.WriteString("strategy", row.Strategy);
        json.WriteStartObject("parameters");
        for (var i = 0; i < row.Declarations.Count; i++)
        {
            var value = row.Parameter(i);
            if (value.IsText) json.WriteString(row.Declarations[i].ShortName, value.Text);
            else json.WriteNumber(row.Declarations[i].ShortName, value.Number);
        }

        json.WriteEndObject();
        json.WriteString("symbol", row.Symbol);
        json.WriteString("window", row.Window);
        json.WriteString("command", FailureText.RunAlone(reference, row));
        json.WriteEndObject();
    }
}
