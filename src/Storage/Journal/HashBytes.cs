using System.Buffers.Binary;
using Backtest.Engine.Numerics;
using Google.Protobuf;

namespace Backtest.Storage.Journal;

/// <summary>Hashes as 16 bytes each, little-endian.</summary>
internal static class HashBytes
{
    public const int Length = 16;

    public static ByteString Pack(int count, Func<int, Hash128> at)
    {
        var bytes = new byte[count * Length];
        for (var i = 0; i < count; i++) BinaryPrimitives.WriteUInt128LittleEndian(bytes.AsSpan(i * Length), at(i).Value);
        return UnsafeByteOperations.UnsafeWrap(bytes);
    }

    public static Hash128 At(ByteString bytes, int index) =>
        new(BinaryPrimitives.ReadUInt128LittleEndian(bytes.Span.Slice(index * Length, Length)));

    public static Hash128[] Unpack(ByteString bytes) =>
        [.. Enumerable.Range(0, bytes.Length / Length).Select(index => At(bytes, index))];
}
