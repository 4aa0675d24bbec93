using System.CommandLine;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Storage.Journal;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;
using Backtest.Storage.Store;

namespace Backtest.Host.Commands;

/// <summary><c>backtest list</c>: the studies of a store.</summary>
internal static class ListCommand
{
    private const string InCode = "(made in code)";

    private static readonly PlainColumn[] Columns =
    [
        new("study"),
        new("planned", 1, RightAligned: true),
        new("recorded", 1, RightAligned: true),
        new("failed", 1, RightAligned: true),
        new("last recorded", 2),
        new("file", 3),
    ];

    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var (store, format) = (SharedOptions.Store(), FormatOption.TextOrJson());
        var command = new Command("list", "Show the studies of a store.") { store, format };
        command.SetAction((parsed, _) =>
        {
            using var journal = JournalReader.Open(new StoreDirectory(parsed.GetRequiredValue(store)));
            StudySummary[] studies = [.. journal.Studies.Select(study => StudySummary.Read(journal, study))];
            if (FormatOption.IsJson(parsed, format)) WriteJson(shell, studies);
            else WriteText(shell, studies);
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static void WriteText(Shell shell, StudySummary[] studies)
    {
        var rows = studies.Select(study => new[]
        {
            PrintableText.Of(study.Name),
            MetricText.Count(study.Planned),
            MetricText.Count(study.Recorded),
            MetricText.Count(study.Failed),
            MetricText.Moment(study.LastRecordedAt),
            study.Path.Length == 0 ? InCode : PrintableText.Of(study.Path),
        });
        PlainTable.Write(shell.OutputConsole, Columns, [.. rows]);
        foreach (var name in studies.Where(study => study.Damaged > 0).Select(study => PrintableText.Of(study.Name)))
            shell.Error.WriteLine($"backtest: {name} has damaged events, 'backtest verify {name}' says which");
    }

    private static void WriteJson(Shell shell, StudySummary[] studies) => JsonOutput.Write(shell, json =>
    {
        json.WriteStartArray();
        foreach (var study in studies)
        {
            json.WriteStartObject();
            json.WriteString("study", study.Name);
            json.WriteString("file", study.Path.Length == 0 ? null : study.Path);
            json.WriteNumber("planned", study.Planned);
            json.WriteNumber("recorded", study.Recorded);
            foreach (var (status, count) in study.Counts) json.WriteNumber(status.Name().Replace('-', '_'), count);
            json.WriteNumber("damaged_events", study.Damaged);
            json.WriteString("last_recorded_at", When(study));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string? When(StudySummary study) => study.LastRecordedAt == 0 ? null : BarTimes.Text(study.LastRecordedAt);
}
