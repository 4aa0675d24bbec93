using System.IO.Compression;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Files;

/// <summary>A data file as it lies on disk: plain, gzip, or a zip of one entry; told apart by the first bytes, not by the name.</summary>
internal sealed class PackedFile
{
    private const int UnixTypeMask = 0xF000, UnixLink = 0xA000;
    private readonly Packing _packing;
    private readonly long _length;

    /// <exception cref="InputException">The file cannot be read or is a zip that is refused.</exception>
    public PackedFile(string path)
    {
        Path = path;
        _length = RegularFile.Length(path);
        using var file = RegularFile.Open(path);
        Span<byte> start = stackalloc byte[4];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        _packing = PackingOf(start[..read]);
        EntryName = _packing == Packing.Zip ? NameOfOnlyEntry(file) : "";
    }

    private enum Packing { None, Gzip, Zip }

    /// <summary>The file as the user named it.</summary>
    public string Path { get; }

    /// <summary>The name of a zip's entry, else empty.</summary>
    public string EntryName { get; }

    /// <summary>The file, and the zip's entry, for messages.</summary>
    public string DisplayName => EntryName.Length == 0 ? Path : $"{Path}!{EntryName}";

    /// <summary>The unpacked content from its start.</summary>
    /// <exception cref="InputException">Also while reading: the content is damaged or unpacks without end.</exception>
    public Stream Open()
    {
        var file = RegularFile.Open(Path);
        try
        {
            return _packing switch
            {
                Packing.Gzip => new BoundedStream(new GZipStream(file, CompressionMode.Decompress), DisplayName, _length),
                Packing.Zip => new BoundedStream(new ZipEntryStream(file), DisplayName, _length),
                _ => file,
            };
        }
        catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException)
        {
            file.Dispose();
            throw Damaged(error);
        }
    }

    /// <summary>The first bytes of the unpacked content, at most <paramref name="count"/>.</summary>
    /// <exception cref="InputException">It cannot be unpacked, or is itself packed.</exception>
    public byte[] Start(int count)
    {
        using var stream = Open();
        var bytes = new byte[count];
        var read = stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        Array.Resize(ref bytes, read);
        if (read == 0) throw new InputException(DisplayName, 0, 0, "unpacks to nothing: name a file with bars");
        if (_packing != Packing.None && PackingOf(bytes) != Packing.None)
            throw new InputException(DisplayName, 0, 0, "is a packed file inside a packed file: unpack the outer one");
        return bytes;
    }

    private static Packing PackingOf(ReadOnlySpan<byte> start) => start switch
    {
        [0x1F, 0x8B, ..] => Packing.Gzip,
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => Packing.Zip,
        _ => Packing.None,
    };

    private string NameOfOnlyEntry(FileStream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count != 1)
                throw new InputException(Path, 0, 0, $"holds {zip.Entries.Count} entries, one is expected: pack each file by itself");
            var entry = zip.Entries[0];
            if (Refusal(entry) is { } refusal) throw new InputException(Path, 0, 0, $"entry '{entry.FullName}' {refusal}");
            return entry.FullName;
        }
        catch (Exception error) when (error is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            throw Damaged(error);
        }
    }

    private static string? Refusal(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        if (name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Split('/').Contains(".."))
            return "names a place outside the archive: pack the file under its plain name";
        if (name.EndsWith('/')) return "is a folder: pack the file itself";
        if (((entry.ExternalAttributes >> 16) & UnixTypeMask) == UnixLink) return "is a symbolic link: pack the file that it points to";
        return entry.IsEncrypted ? "is encrypted: unpack it yourself" : null;
    }

    private InputException Damaged(Exception error) => new(Path, 0, 0, $"is a damaged archive ({error.Message}): fetch the file again");
}
