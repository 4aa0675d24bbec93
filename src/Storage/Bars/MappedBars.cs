using System.Buffers.Binary;
using System.IO.Hashing;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Backtest.Engine.Market;
using Backtest.Engine.Numerics;

namespace Backtest.Storage.Bars;

/// <summary>One entry of the cache: a header of 64 bytes, then the columns close time, open, high, low, close, volume, 8 little-endian bytes a value.
/// Header: magic (8), number of bars (8), timeframe's count and unit (4 + 4), content hash (16), XxHash128 of all other bytes (16), zeros
/// (8).</summary>
internal static class MappedBars
{
    public const string Version = "BTBARS01";

    private const int HeaderBytes = 64;
    private const int HashAt = 40;
    private const int HashBytes = 16;
    private const int Columns = 6;

    /// <summary>Maps an entry into memory; null where there is none, or it is damaged, or of another version. It stays mapped while the bars are in
    /// use.</summary>
    public static BarSeries? TryOpen(string path, string symbol)
    {
        if (!BitConverter.IsLittleEndian || !File.Exists(path)) return null;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (file.Length < HeaderBytes) return null;
            var map = new MappedMemory(MemoryMappedFile.CreateFromFile(
                file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false), file.Length);
            return Open(map, symbol);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Writes an entry.</summary>
    public static void Write(Stream stream, BarSeries series)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        header.Clear();
        for (var i = 0; i < Version.Length; i++) header[i] = (byte)Version[i];
        BinaryPrimitives.WriteInt64LittleEndian(header[8..], series.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], series.Timeframe.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header[20..], (int)series.Timeframe.Unit);
        BinaryPrimitives.WriteUInt128LittleEndian(header[24..], series.ContentHash.Value);
        var hash = new XxHash128();
        hash.Append(header);
        foreach (var column in ColumnBytes(series)) hash.Append(column.Span);
        hash.GetCurrentHash(header.Slice(HashAt, HashBytes));
        stream.Write(header);
        foreach (var column in ColumnBytes(series)) stream.Write(column.Span);
    }

    private static BarSeries? Open(MappedMemory map, string symbol)
    {
        var bytes = map.Bytes;
        var count = BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
        if (!IsVersion(bytes) || count is <= 0 or > int.MaxValue || bytes.Length != HeaderBytes + count * Columns * sizeof(double)) return null;
        if (!HashOf(bytes).AsSpan().SequenceEqual(bytes.Slice(HashAt, HashBytes))) return null;
        var timeframe = new Timeframe(
            BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]), (TimeframeUnit)BinaryPrimitives.ReadInt32LittleEndian(bytes[20..]));
        var content = new Hash128(BinaryPrimitives.ReadUInt128LittleEndian(bytes[24..]));
        var (first, size) = (HeaderBytes, (int)count);
        var columns = new BarColumns(
            map.Column<long>(first, size),
            map.Column<double>(first += size * sizeof(long), size),
            map.Column<double>(first += size * sizeof(double), size),
            map.Column<double>(first += size * sizeof(double), size),
            map.Column<double>(first += size * sizeof(double), size),
            map.Column<double>(first + size * sizeof(double), size));
        return new BarSeries(symbol, timeframe, columns, content);
    }

    private static byte[] HashOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        bytes[..HeaderBytes].CopyTo(header);
        header.Slice(HashAt, HashBytes).Clear();
        var hash = new XxHash128();
        hash.Append(header);
        hash.Append(bytes[HeaderBytes..]);
        return hash.GetCurrentHash();
    }

    private static bool IsVersion(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < Version.Length; i++)
        {
            if (bytes[i] != Version[i]) return false;
        }

        return true;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> ColumnBytes(BarSeries series)
    {
        yield return MemoryMarshal.AsBytes(series.CloseTimes).ToArray();
        yield return MemoryMarshal.AsBytes(series.Open).ToArray();
        yield return MemoryMarshal.AsBytes(series.High).ToArray();
        yield return MemoryMarshal.AsBytes(series.Low).ToArray();
        yield return MemoryMarshal.AsBytes(series.Close).ToArray();
        yield return MemoryMarshal.AsBytes(series.Volume).ToArray();
    }
}
