using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Backtest.Storage.Results;

namespace Backtest.Storage.Export;

/// <summary>Rows as a JSON array, one object a line; null where a value is undefined.</summary>
internal static class JsonExport
{
    private const int BufferedBytes = 1 << 16;

    // Texts stay readable; only what JSON itself asks for is escaped. The output is no part of a web page.
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, IEnumerable<ResultRow> rows, IReadOnlyList<ResultColumn> columns)
    {
        var names = columns.Select(column => JsonEncodedText.Encode(column.Name, Options.Encoder)).ToArray();
        var buffer = new ArrayBufferWriter<byte>(2 * BufferedBytes);
        using var json = new Utf8JsonWriter(buffer, Options);
        var letters = new char[2 * BufferedBytes];
        output.Write('[');
        var first = true;
        foreach (var row in rows)
        {
            buffer.Write(first ? "\n"u8 : ",\n"u8);
            first = false;
            json.Reset();
            json.WriteStartObject();
            for (var i = 0; i < names.Length; i++) WriteValue(json, names[i], columns[i], row);
            json.WriteEndObject();
            json.Flush();
            if (buffer.WrittenCount >= BufferedBytes) Drain(buffer, output, ref letters);
        }

        Drain(buffer, output, ref letters);
        output.Write("\n]\n");
    }

    public static void WriteValue(Utf8JsonWriter json, JsonEncodedText name, ResultColumn column, ResultRow row)
    {
        if (column.Kind == ResultColumnKind.Text)
        {
            json.WriteString(name, column.Text(row));
            return;
        }

        var number = column.Number(row);
        if (!double.IsFinite(number)) json.WriteNull(name);
        else if (column.Kind == ResultColumnKind.Whole) json.WriteNumber(name, (long)number);
        else json.WriteNumber(name, number);
    }

    private static void Drain(ArrayBufferWriter<byte> buffer, TextWriter output, ref char[] letters)
    {
        if (letters.Length < buffer.WrittenCount) letters = new char[2 * buffer.WrittenCount];
        output.Write(letters, 0, Encoding.UTF8.GetChars(buffer.WrittenSpan, letters));
        buffer.ResetWrittenCount();
    }
}
