using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Backtest.Host.CommandLine;

namespace Backtest.Host.Results;

/// <summary>Writes one JSON document to standard output, indented for people.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes what <paramref name="write"/> writes.</summary>
    public static void Write(Shell shell, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) write(json);
        shell.Output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n");
    }
}
