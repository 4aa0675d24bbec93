using Backtest.Storage.Problems;

namespace Backtest.Storage.Files;

/// <summary>Passes an unpacked stream on, read-only and forward, and stops a decompression bomb: more than 2 GiB, or more than 100 times the
/// packed size beyond 100 MiB.</summary>
/// <param name="inner">The unpacked bytes; disposed with this.</param>
/// <param name="name">The file, for messages.</param>
/// <param name="packedLength">The size of the packed file in bytes.</param>
internal sealed class BoundedStream(Stream inner, string name, long packedLength) : Stream
{
    public const long MostBytes = 2L << 30;
    public const long FreeBytes = 100L << 20;
    public const int MostRatio = 100;

    private long _passed;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _passed; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = inner.Read(buffer);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException)
        {
            throw new InputException(name, 0, 0, $"is damaged after {_passed} unpacked bytes ({error.Message}): fetch the file again");
        }

        _passed += count;
        if (_passed > MostBytes) throw Bomb("2 GiB");
        if (_passed > FreeBytes && _passed / MostRatio > packedLength) throw Bomb($"{MostRatio} times its size");
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private InputException Bomb(string limit) => new(name, 0, 0, $"unpacks to more than {limit}: unpack it yourself if that is right");
}
