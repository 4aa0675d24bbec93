using System.Runtime.Intrinsics;

namespace Backtest.Engine.Signals;

/// <summary>Finds where one column crosses another. A cross above at bar t: fast[t] is greater than slow[t], and at the nearest earlier
/// bar where both are defined and differ, fast was less. A cross below is the mirror. Bars where either is NaN take no part.</summary>
public static class Crossings
{
    /// <summary>Sets the bars on which <paramref name="fast"/> crosses above <paramref name="slow"/> in <paramref name="above"/>, and those
    /// on which it crosses below in <paramref name="below"/>.</summary>
    public static void Write(ReadOnlySpan<double> fast, ReadOnlySpan<double> slow, BitColumn above, BitColumn below)
    {
        var crossedAbove = above.Words;
        var crossedBelow = below.Words;
        var side = 0;
        for (var word = 0; word < crossedAbove.Length; word++)
        {
            var start = word << 6;
            var count = Math.Min(64, fast.Length - start);
            var (greater, less) = Compare(fast.Slice(start, count), slow.Slice(start, count));
            (crossedAbove[word], crossedBelow[word]) = Cross(greater, less, count, ref side);
        }
    }

    /// <summary>Sets the bars on which <paramref name="column"/> is greater than <paramref name="limit"/>.</summary>
    public static void WriteAbove(ReadOnlySpan<double> column, double limit, BitColumn bits)
    {
        for (var i = 0; i < column.Length; i++)
        {
            if (column[i] > limit) bits[i] = true;
        }
    }

    /// <summary>Sets the bars on which <paramref name="column"/> is less than <paramref name="limit"/>.</summary>
    public static void WriteBelow(ReadOnlySpan<double> column, double limit, BitColumn bits)
    {
        for (var i = 0; i < column.Length; i++)
        {
            if (column[i] < limit) bits[i] = true;
        }
    }

    /// <summary>Sets the bars on which <paramref name="left"/> is greater than <paramref name="right"/>.</summary>
    public static void WriteGreater(ReadOnlySpan<double> left, ReadOnlySpan<double> right, BitColumn bits)
    {
        var words = bits.Words;
        for (var word = 0; word < words.Length; word++)
        {
            var start = word << 6;
            var count = Math.Min(64, left.Length - start);
            words[word] |= Compare(left.Slice(start, count), right.Slice(start, count)).Greater;
        }
    }

    /// <summary>A cross is a change of side from the last bar that had one; <paramref name="side"/> carries it from word to word as 1, -1 or
    /// 0.</summary>
    private static (ulong Above, ulong Below) Cross(ulong greater, ulong less, int count, ref int side)
    {
        var decided = greater | less;
        if (decided == (count == 64 ? ulong.MaxValue : (1UL << count) - 1))
        {
            var wasGreater = greater << 1 | (side > 0 ? 1UL : 0);
            var wasLess = less << 1 | (side < 0 ? 1UL : 0);
            side = (greater >> (count - 1) & 1) != 0 ? 1 : -1;
            return (greater & wasLess, less & wasGreater);
        }

        ulong above = 0, below = 0;
        for (; decided != 0; decided &= decided - 1)
        {
            var bit = decided & (~decided + 1);
            var now = (greater & bit) != 0 ? 1 : -1;
            if (now > 0 && side < 0) above |= bit;
            if (now < 0 && side > 0) below |= bit;
            side = now;
        }

        return (above, below);
    }

    private static (ulong Greater, ulong Less) Compare(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ulong greater = 0, less = 0;
        var i = 0;
        for (; i + Vector256<double>.Count <= left.Length; i += Vector256<double>.Count)
        {
            var a = Vector256.Create(left.Slice(i, Vector256<double>.Count));
            var b = Vector256.Create(right.Slice(i, Vector256<double>.Count));
            greater |= (ulong)Vector256.GreaterThan(a, b).ExtractMostSignificantBits() << i;
            less |= (ulong)Vector256.LessThan(a, b).ExtractMostSignificantBits() << i;
        }

        for (; i < left.Length; i++)
        {
            if (left[i] > right[i]) greater |= 1UL << i;
            if (left[i] < right[i]) less |= 1UL << i;
        }

        return (greater, less);
    }
}
