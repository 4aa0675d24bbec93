using System.IO.Compression;
using System.IO.Hashing;

namespace Backtest.Storage.Files;

/// <summary>The unpacked content of a zip's only entry, forward only; its checksum is compared at the end.</summary>
internal sealed class ZipEntryStream : Stream
{
    private readonly ZipArchive _zip;
    private readonly ZipArchiveEntry _entry;
    private readonly Stream _content;
    private readonly Crc32 _checksum = new();
    private bool _compared;

    /// <param name="file">The zip; disposed with this.</param>
    public ZipEntryStream(Stream file)
    {
        _zip = new ZipArchive(file, ZipArchiveMode.Read);
        _entry = _zip.Entries[0];
        _content = _entry.Open();
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var count = _content.Read(buffer);
        _checksum.Append(buffer[..count]);
        if (count == 0 && buffer.Length > 0 && !_compared)
        {
            _compared = true;
            if (_checksum.GetCurrentHashAsUInt32() != _entry.Crc32) throw new InvalidDataException("its checksum is wrong");
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
            _zip.Dispose();
        }

        base.Dispose(disposing);
    }
}
