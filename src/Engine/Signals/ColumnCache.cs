using System.Collections.Concurrent;
using Backtest.Engine.Market;

namespace Backtest.Engine.Signals;

/// <summary>Indicator columns computed once and shared read-only by all workers of a node. Safe for use by several workers at a time.</summary>
public sealed class ColumnCache
{
    private readonly ConcurrentDictionary<(BarSlice Slice, ColumnKey Key), Lazy<double[][]>> _columns = new();
    private readonly Lock _counting = new();
    private readonly long _maximumBytes;
    private long _bytes;

    /// <summary>A cache that is emptied before it would hold more than <paramref name="maximumBytes"/>; 256 MiB by default.</summary>
    /// <remarks>Emptying everything is crude and cheap: a plan enumerates its last parameter first, so what is needed again soon is
    /// computed again once, and no order of use needs to be kept.</remarks>
    public ColumnCache(long maximumBytes = 256L << 20) => _maximumBytes = maximumBytes;

    /// <summary>The bytes held now.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The columns under a key, computed by the first who asks; the others wait for it. What fails is computed again when it is asked
    /// for again.</summary>
    public double[][] GetOrAdd(BarSlice slice, ColumnKey key, Func<double[][]> compute)
    {
        if (_columns.TryGetValue((slice, key), out var found)) return found.Value;
        var added = _columns.GetOrAdd((slice, key), place => new Lazy<double[][]>(() => Kept(place, compute())));
        try
        {
            return added.Value;
        }
        catch
        {
            _columns.TryRemove(new((slice, key), added));
            throw;
        }
    }

    /// <summary>Counts what was computed, and puts it back in its place where it was emptied out meanwhile.</summary>
    private double[][] Kept((BarSlice Slice, ColumnKey Key) place, double[][] columns)
    {
        var added = columns.Sum(column => (long)column.Length * sizeof(double));
        lock (_counting)
        {
            if (_bytes + added > _maximumBytes)
            {
                _columns.Clear();
                Interlocked.Exchange(ref _bytes, 0);
            }

            if (added <= _maximumBytes)
            {
                _columns[place] = new Lazy<double[][]>(columns);
                Interlocked.Add(ref _bytes, added);
            }
        }

        return columns;
    }
}
