using System.CommandLine;
using Backtest.Host.CommandLine;
using Backtest.Storage.Export;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;

namespace Backtest.Host.Results;

/// <summary>Writes results for programs: to standard output, or to a file.</summary>
internal static class ExportOutput
{
    /// <summary><c>--provenance</c>.</summary>
    public static Option<bool> Provenance() => new("--provenance")
    {
        Description = "Adds who computed each row, and when: attempts, worker, node, recorded_at.",
    };

    /// <summary>Writes the rows that a query asks for.</summary>
    public static void Write(
        Shell shell, StudyResults results, ResultQuery query, ExportFormat format, string? file, bool provenance, CancellationToken cancellation)
    {
        var table = results.Table;
        var positions = QueryAnswer.Select(table, query).Positions;
        var rows = table.At(positions);
        var columns = provenance ? table.Columns.WithProvenance : table.Columns.All;
        if (file is null)
        {
            ResultExport.Write(shell.Output, format, rows, columns, cancellation);
            return;
        }

        ResultExport.WriteFile(file, format, rows, columns, cancellation);
        shell.Error.WriteLine($"{MetricText.Count(positions.Count)} {(positions.Count == 1 ? "row" : "rows")} in {PrintableText.Of(file)}");
    }

    /// <summary>Says on standard error how many backtests failed, and how to look at them.</summary>
    public static void TellFailures(Shell shell, StudyResults results, string reference)
    {
        if (results.Table.Failed > 0) shell.Error.WriteLine(
            $"backtest: {MetricText.Count(results.Table.Failed)} of {MetricText.Count(results.Table.Count)} recorded backtests failed, "
            + $"'backtest failures {PrintableText.Of(reference)}' shows why");
    }
}
