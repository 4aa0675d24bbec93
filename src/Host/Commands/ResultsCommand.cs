using System.CommandLine;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Storage.Export;
using Backtest.Storage.Store;

namespace Backtest.Host.Commands;

/// <summary><c>backtest results</c>: the recorded results of a study, ranked for people or in full for programs.</summary>
internal static class ResultsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var (study, store, query) = (SharedOptions.Study(), SharedOptions.Store(), new QueryOptions());
        var format = new Option<string>("--format")
        {
            Description = "table for people (the best first), csv, json or parquet (all columns, in the order of the plan).",
        };
        format.AcceptOnlyFromAmong([OutputFile.Table, .. ExportFormats.Names]);
        var output = new Option<string>("--out")
        {
            Description = "Writes to a file in place of standard output; its ending names the format.",
            HelpName = "FILE",
        };
        var provenance = ExportOutput.Provenance();
        var command = new Command("results", "Show or export what is recorded of a study.") { study, store };
        query.AddTo(command);
        command.Add(format);
        command.Add(output);
        command.Add(provenance);
        command.SetAction((parsed, cancellation) =>
        {
            var file = parsed.GetValue(output);
            var kind = OutputFile.FormatOf(parsed.GetValue(format), file);
            var asked = query.Read(parsed, ranked: kind is null);
            var reference = parsed.GetRequiredValue(study);
            var results = StudyResults.Open(shell, reference, new StoreDirectory(parsed.GetRequiredValue(store)));
            if (kind is null) Ranking.Write(shell, results.Table, asked, parsed.GetValue(provenance));
            else ExportOutput.Write(shell, results, asked, kind.Value, file, parsed.GetValue(provenance), cancellation);
            ExportOutput.TellFailures(shell, results, reference);
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }
}
