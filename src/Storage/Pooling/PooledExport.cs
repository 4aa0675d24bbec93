using System.Buffers;
using System.Text;
using System.Text.Json;
using Backtest.Storage.Problems;
using CsvHelper;

namespace Backtest.Storage.Pooling;

/// <summary>Writes pooled results for programs, a set at a time.</summary>
public static class PooledExport
{
    private static readonly CsvWriterOptions Csv = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    /// <summary>As CSV: numbers in the shortest form that reads back to the same bits, nothing where a value is undefined.</summary>
    public static void WriteCsv(TextWriter output, PooledSelection selection)
    {
        var columns = selection.Table.Columns.All;
        using var csv = CsvWriter.Create(output, Csv, leaveOpen: true);
        csv.WriteHeader([.. columns.Select(column => column.Name)]);
        foreach (var set in selection.Sets())
        {
            foreach (var column in columns)
            {
                if (column.Text is { } text) csv.WriteField(text(set) is { } value ? PrintableText.Of(value) : null);
                else if (column.Number!(set) is var number && !double.IsFinite(number)) csv.WriteField((string?)null);
                else if (column.Kind == Results.ResultColumnKind.Whole) csv.WriteField((long)number, default);
                else csv.WriteField(number, "R");
            }

            csv.EndRecord();
        }
    }

    /// <summary>As a JSON array, one object a line; null where a value is undefined.</summary>
    public static void WriteJson(TextWriter output, PooledSelection selection)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Export.JsonExport.Options);
        output.Write('[');
        var first = true;
        foreach (var set in selection.Sets())
        {
            output.Write(first ? "\n" : ",\n");
            first = false;
            json.Reset();
            buffer.ResetWrittenCount();
            WriteSet(json, selection.Table.Columns.All, set);
            json.Flush();
            output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        }

        output.Write("\n]\n");
    }

    private static void WriteSet(Utf8JsonWriter json, IReadOnlyList<PooledColumn> columns, PooledSet set)
    {
        json.WriteStartObject();
        foreach (var column in columns)
        {
            if (column.Text is { } text) json.WriteString(column.Name, text(set));
            else if (column.Number!(set) is var number && !double.IsFinite(number)) json.WriteNull(column.Name);
            else if (column.Kind == Results.ResultColumnKind.Whole) json.WriteNumber(column.Name, (long)number);
            else json.WriteNumber(column.Name, number);
        }

        json.WriteEndObject();
    }
}
