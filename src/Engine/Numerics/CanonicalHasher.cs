using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Backtest.Engine.Numerics;

/// <summary>Hashes values over canonical bytes: integers and IEEE bits little-endian, one NaN, text as UTF-8 with its length before it.
/// Equal values give equal hashes on every machine and in every culture. Reusable after <see cref="Finish"/>.</summary>
public sealed class CanonicalHasher
{
    private const ulong CanonicalNaN = 0x7FF8_0000_0000_0000;
    private byte[] _buffer = new byte[512];
    private int _length;

    /// <summary>Adds an integer.</summary>
    public void Append(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Reserve(8), value);
    }

    /// <summary>Adds a number by its bits; every NaN counts as the same one, and zero keeps its sign.</summary>
    public void Append(double value)
    {
        var bits = double.IsNaN(value) ? CanonicalNaN : BitConverter.DoubleToUInt64Bits(value);
        BinaryPrimitives.WriteUInt64LittleEndian(Reserve(8), bits);
    }

    /// <summary>Adds a text; null differs from the empty text.</summary>
    public void Append(string? text)
    {
        if (text is null)
        {
            Append(-1L);
            return;
        }

        var count = Encoding.UTF8.GetByteCount(text);
        Append((long)count);
        Encoding.UTF8.GetBytes(text, Reserve(count));
    }

    /// <summary>Adds a hash.</summary>
    public void Append(Hash128 hash)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(Reserve(16), hash.Value);
    }

    /// <summary>Adds bytes as they are, without their length.</summary>
    public void AppendBytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    /// <summary>The first 128 bits of the SHA-256 of all that was added; the hasher is empty again afterwards.</summary>
    public Hash128 Finish()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer.AsSpan(0, _length), digest);
        _length = 0;
        return new Hash128(BinaryPrimitives.ReadUInt128BigEndian(digest));
    }

    private Span<byte> Reserve(int count)
    {
        if (_length + count > _buffer.Length) Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + count));
        var span = _buffer.AsSpan(_length, count);
        _length += count;
        return span;
    }
}
