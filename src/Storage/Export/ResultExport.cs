using System.Text;
using Backtest.Storage.Files;
using Backtest.Storage.Results;

namespace Backtest.Storage.Export;

/// <summary>Writes rows of a table as they are asked for, a row at a time: memory does not grow with their number. The bytes depend on the rows
/// alone, not on who computed them, where or when, unless columns of provenance are asked for.</summary>
public static class ResultExport
{
    private const int BufferLength = 1 << 16;

    /// <summary>Writes rows as text; lines end in a line feed.</summary>
    /// <param name="output">Takes the text.</param>
    /// <param name="format">Any but <see cref="ExportFormat.Parquet"/>, which is no text.</param>
    /// <param name="rows">The rows, in the order in which they are written.</param>
    /// <param name="columns">The columns, in order.</param>
    /// <param name="cancellation">Stops between two rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is no text.</exception>
    public static void Write(
        TextWriter output,
        ExportFormat format,
        IEnumerable<ResultRow> rows,
        IReadOnlyList<ResultColumn> columns,
        CancellationToken cancellation = default)
    {
        var watched = Watched(rows, cancellation);
        switch (format)
        {
            case ExportFormat.Csv:
                CsvExport.Write(output, watched, columns);
                break;
            case ExportFormat.Json:
                JsonExport.Write(output, watched, columns);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "this format is no text: write it to a file");
        }

        output.Flush();
    }

    /// <summary>Writes rows to a file, UTF-8 where it is text. The file is written aside and renamed: whoever looks meets the old one, or the
    /// whole new one.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void WriteFile(
        string path,
        ExportFormat format,
        IEnumerable<ResultRow> rows,
        IReadOnlyList<ResultColumn> columns,
        CancellationToken cancellation = default) =>
        AtomicFile.Write(path, file =>
        {
            if (format == ExportFormat.Parquet)
            {
                ParquetExport.WriteAsync(file, Watched(rows, cancellation), columns, cancellation).GetAwaiter().GetResult();
                return;
            }

            using var text = new StreamWriter(file, new UTF8Encoding(false), BufferLength, leaveOpen: true);
            Write(text, format, rows, columns, cancellation);
        });

    private static IEnumerable<ResultRow> Watched(IEnumerable<ResultRow> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}
