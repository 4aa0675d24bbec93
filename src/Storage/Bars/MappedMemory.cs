using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace Backtest.Storage.Bars;

/// <summary>A file mapped into memory for reading, seen as columns of numbers. Unmapped when nothing refers to a column any more.</summary>
internal sealed unsafe class MappedMemory
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly int _length;

    /// <summary>Maps the whole file.</summary>
    /// <exception cref="IOException">It is larger than 2 GiB.</exception>
    public MappedMemory(MemoryMappedFile file, long length)
    {
        if (length > int.MaxValue) throw new IOException("too large to be mapped");
        (_file, _length) = (file, (int)length);
        _view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += _view.PointerOffset;
    }

    ~MappedMemory()
    {
        if (_start is null) return;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    /// <summary>All bytes; valid while this object is referred to.</summary>
    public ReadOnlySpan<byte> Bytes => new(_start, _length);

    /// <summary>A column that begins at a byte; it keeps the mapping alive.</summary>
    public ReadOnlyMemory<T> Column<T>(int offset, int count)
        where T : unmanaged => new ColumnMemory<T>(this, offset, count).Memory;

    private sealed class ColumnMemory<T>(MappedMemory owner, int offset, int count) : MemoryManager<T>
        where T : unmanaged
    {
        public override Span<T> GetSpan() => new(owner._start + offset, count);

        public override MemoryHandle Pin(int elementIndex = 0) => new((T*)(owner._start + offset) + elementIndex, default, this);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
