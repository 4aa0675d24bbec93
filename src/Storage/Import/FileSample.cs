using System.Text;
using Backtest.Storage.Files;

namespace Backtest.Storage.Import;

/// <summary>The first bytes of a data file, from which its format is recognised.</summary>
internal sealed class FileSample
{
    private const int Size = 1 << 16;

    /// <exception cref="Problems.InputException">The file cannot be read.</exception>
    public FileSample(PackedFile file)
    {
        Path = file.Path;
        EntryName = file.EntryName;
        Bytes = file.Start(Size);
        FirstLine = LineOf(Bytes);
    }

    /// <summary>The file as the user named it.</summary>
    public string Path { get; }

    /// <summary>The name of a zip's entry, else empty.</summary>
    public string EntryName { get; }

    /// <summary>The first bytes of the unpacked content.</summary>
    public byte[] Bytes { get; }

    /// <summary>The first line that is not empty, without byte order mark and line break; empty where the content is no text.</summary>
    public string FirstLine { get; }

    /// <summary>Whether the content starts like UTF-16 text, with or without its mark.</summary>
    public bool IsUtf16 => Bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] or [not 0, 0, not 0, 0, ..];

    /// <summary>The field separator of the first line: the comma, semicolon or tab that stands there most often; comma where none does.</summary>
    public char Separator
    {
        get
        {
            var separator = ',';
            foreach (var candidate in ";\t")
                if (FirstLine.Count(letter => letter == candidate) > FirstLine.Count(letter => letter == separator)) separator = candidate;
            return separator;
        }
    }

    /// <summary>The first line's fields, without quotes and blanks around them.</summary>
    public string[] FirstFields => [.. FirstLine.Split(Separator).Select(text => text.Trim().Trim('"').Trim())];

    private static string LineOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        bytes = bytes.TrimStart("\r\n"u8);
        var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }
}
