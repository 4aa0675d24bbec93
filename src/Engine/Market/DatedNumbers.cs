using System.Runtime.InteropServices;
using Backtest.Engine.Numerics;

namespace Backtest.Engine.Market;

/// <summary>Numbers with the moments from which they hold, or at which they happen: exchange rates, dividends, splits.</summary>
public sealed class DatedNumbers
{
    private readonly long[] _times;
    private readonly double[] _values;

    /// <summary>Takes the columns without copying them; nothing may change them afterwards.</summary>
    /// <param name="times">The moments in UTC ticks, strictly increasing.</param>
    /// <param name="values">The numbers; finite.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or time does not increase.</exception>
    public DatedNumbers(long[] times, double[] values)
    {
        if (times.Length != values.Length) throw new ArgumentException("there have to be as many numbers as times", nameof(values));
        for (var i = 1; i < times.Length; i++)
            if (times[i] <= times[i - 1]) throw new ArgumentException($"time {i} is not after the one before it", nameof(times));
        (_times, _values) = (times, values);
    }

    /// <summary>None.</summary>
    public static DatedNumbers None { get; } = new([], []);

    /// <summary>How many there are.</summary>
    public int Count => _times.Length;

    /// <summary>The moments in UTC ticks.</summary>
    public ReadOnlySpan<long> Times => _times;

    /// <summary>The numbers.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Index of the first that is at or after a moment; <see cref="Count"/> where none is.</summary>
    public int IndexAtOrAfter(long time)
    {
        var found = Array.BinarySearch(_times, time);
        return found >= 0 ? found : ~found;
    }

    /// <summary>Adds the canonical form of those from one index up to, not with, another.</summary>
    internal void AppendTo(CanonicalHasher hasher, int start, int end)
    {
        hasher.Append((long)(end - start));
        hasher.AppendBytes(MemoryMarshal.AsBytes(Times[start..end]));
        hasher.AppendBytes(MemoryMarshal.AsBytes(Values[start..end]));
    }
}
