using System.Collections.Concurrent;
using Backtest.Engine.Market;

namespace Backtest.Engine.Signals;

/// <summary>Indicator columns computed once and shared read-only by all workers of a node. Safe for use by several workers at a time.</summary>
public sealed class ColumnCache
{
    private readonly ConcurrentDictionary<(BarSlice Slice, ColumnKey Key), Lazy<double[][]>> _columns = new();
    private readonly long _maximumBytes;
    private long _bytes;

    /// <summary>A cache that is emptied when it would hold more than <paramref name="maximumBytes"/>; 256 MiB by default.</summary>
    /// <remarks>Emptying everything is crude and cheap: a plan enumerates its last parameter first, so what is needed again soon is
    /// computed again once, and no order of use needs to be kept.</remarks>
    public ColumnCache(long maximumBytes = 256L << 20) => _maximumBytes = maximumBytes;

    /// <summary>The bytes held now.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The columns under a key, computed by the first who asks; the others wait for it.</summary>
    public double[][] GetOrAdd(BarSlice slice, ColumnKey key, Func<double[][]> compute)
    {
        if (_columns.TryGetValue((slice, key), out var found)) return found.Value;
        return _columns.GetOrAdd((slice, key), _ => new Lazy<double[][]>(() => Counted(compute()))).Value;
    }

    private double[][] Counted(double[][] columns)
    {
        var added = columns.Sum(column => (long)column.Length * sizeof(double));
        if (Interlocked.Add(ref _bytes, added) > _maximumBytes)
        {
            _columns.Clear();
            Interlocked.Exchange(ref _bytes, added);
        }

        return columns;
    }
}
