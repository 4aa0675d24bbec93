using Backtest.Storage.Problems;
using Backtest.Storage.Results;
using CsvHelper;

namespace Backtest.Storage.Export;

/// <summary>Rows as CSV. Numbers in the shortest form that reads back to the same bits, nothing where a value is undefined. A row is one line:
/// control characters in texts are written as <c>\u000a</c>. A text that a spreadsheet would run as a formula, because it begins with
/// <c>= + - @</c>, has an apostrophe before it; JSON and Parquet have it as it is.</summary>
internal static class CsvExport
{
    private static readonly CsvWriterOptions Options = new()
    {
        NewLine = "\n",
        Injection = CsvInjection.Escape,
    };

    public static void Write(TextWriter output, IEnumerable<ResultRow> rows, IReadOnlyList<ResultColumn> columns)
    {
        using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        csv.WriteHeader([.. columns.Select(column => column.Name)]);
        csv.ParallelWrite(rows, (writer, row) => WriteRow(writer, row, columns), -1);
    }

    private static void WriteRow(CsvWriter writer, ResultRow row, IReadOnlyList<ResultColumn> columns)
    {
        foreach (var column in columns)
        {
            if (column.Kind == ResultColumnKind.Text) writer.WriteField(column.Text(row) is { } text ? PrintableText.Of(text) : null);
            else if (column.Number(row) is var number && double.IsNaN(number)) writer.WriteField((string?)null);
            else if (column.Kind == ResultColumnKind.Whole) writer.WriteField((long)number, default);
            else writer.WriteField(number, "R");
        }

        writer.EndRecord();
    }
}
