using System.CommandLine;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Storage.Export;
using Backtest.Storage.Results;
using Backtest.Storage.Store;

namespace Backtest.Host.Commands;

/// <summary><c>backtest export</c>: all recorded results of a study to a file.</summary>
internal static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var (study, store) = (SharedOptions.Study(), SharedOptions.Store());
        var format = new Option<string>("--format") { Description = "The file's format where its ending does not name it." };
        format.AcceptOnlyFromAmong([.. ExportFormats.Names]);
        var output = new Option<string>("--out")
        {
            Description = "The file; one that is there is replaced when the new one is whole.",
            HelpName = "FILE",
            Required = true,
        };
        var provenance = ExportOutput.Provenance();
        var command = new Command("export", "Write all recorded results of a study to a file.") { study, store, format, output, provenance };
        command.SetAction((parsed, cancellation) =>
        {
            var file = parsed.GetRequiredValue(output);
            var kind = OutputFile.FormatOf(parsed.GetValue(format), file)!.Value;
            var results = StudyResults.Open(shell, parsed.GetRequiredValue(study), new StoreDirectory(parsed.GetRequiredValue(store)));
            ExportOutput.Write(shell, results, new ResultQuery(), kind, file, parsed.GetValue(provenance), cancellation);
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }
}
