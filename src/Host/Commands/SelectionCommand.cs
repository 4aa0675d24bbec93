using System.CommandLine;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Storage.Export;
using Backtest.Storage.Problems;
using Backtest.Storage.Results.Selection;
using Backtest.Storage.Store;

namespace Backtest.Host.Commands;

/// <summary><c>backtest selection</c>: what would have been chosen in-sample in each fold of a study, and how it did out-of-sample.</summary>
internal static class SelectionCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var (study, store) = (SharedOptions.Study(), SharedOptions.Store());
        var select = new Option<string?>("--select")
        {
            Description = "The metric whose best is chosen in-sample; the study's own where none is named.",
            HelpName = "METRIC",
        };
        var format = new Option<string>("--format") { Description = "table for people, csv or json.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        var equity = new Option<string?>("--equity")
        {
            Description = "Writes the out-of-sample accounts to a CSV file: symbol, path, time, equity.",
            HelpName = "FILE",
        };
        var command = new Command("selection", "Show what is selected in-sample in each fold, and how it did out-of-sample.")
        {
            study, store, select, format, equity,
        };
        command.SetAction((parsed, _) =>
        {
            var metric = MetricOf(parsed.GetValue(select));
            var reference = parsed.GetRequiredValue(study);
            var results = StudyResults.Open(shell, reference, new StoreDirectory(parsed.GetRequiredValue(store)));
            Write(shell, reference, results, metric, parsed.GetRequiredValue(format), parsed.GetValue(equity));
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static Metric? MetricOf(string? name)
    {
        if (name is null) return null;
        return Metric.Find(name) ?? throw new UsageException(
            $"--select '{PrintableText.Of(name)}' is no metric: {Spelling.Remedy(name, [.. Metric.All.Select(metric => metric.Name)])}");
    }

    private static void Write(Shell shell, string reference, StudyResults results, Metric? metric, string format, string? file)
    {
        if (results.Table.Plan.Study.Definition.Folds is null)
        {
            throw new UsageException($"the windows of {results.Study.Name} have no folds: write windows as "
                + "{ walk-forward: { train: 3y, test: 1y } } or { cross-validation: { groups: 6, test: 2 } } in its study file");
        }

        var selection = FoldSelection.Of(results.Table, metric);
        if (selection.Choices.Count == 0)
        {
            throw new UsageException(
                $"no fold of {results.Study.Name} is recorded yet: '{StudyResults.RunCommandOf(reference)}' runs what is missing");
        }

        var accounts = SelectedAccount.Of(results.Table, selection);
        if (format == "json") JsonOutput.Write(shell, json => SelectionExport.WriteJson(json, results.Study.Name, selection, accounts));
        else if (format == "csv") SelectionExport.WriteCsv(shell.Output, selection);
        else SelectionText.Write(shell, results, selection, accounts);
        if (file is null) return;
        using var output = new StreamWriter(file);
        SelectionExport.WriteEquityCsv(output, accounts);
    }
}
