using System.Numerics;

namespace Backtest.Engine.Signals;

/// <summary>One bit a bar.</summary>
public sealed class BitColumn
{
    private ulong[] _words = [];

    /// <summary>The number of bars.</summary>
    public int Count { get; private set; }

    /// <summary>The bits, 64 bars a word, the first bar lowest. Bits after the last bar are zero.</summary>
    public Span<ulong> Words => _words.AsSpan(0, (Count + 63) >> 6);

    /// <summary>The bit of one bar.</summary>
    public bool this[int bar]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)bar, (uint)Count);
            return (_words[bar >> 6] >> bar & 1) != 0;
        }
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)bar, (uint)Count);
            if (value) _words[bar >> 6] |= 1UL << bar;
            else _words[bar >> 6] &= ~(1UL << bar);
        }
    }

    /// <summary>Clears all bits and gives room for <paramref name="count"/> bars.</summary>
    public void Reset(int count)
    {
        var words = (count + 63) >> 6;
        if (_words.Length < words) _words = new ulong[words];
        else _words.AsSpan(0, words).Clear();
        Count = count;
    }

    /// <summary>The first set bar at or after <paramref name="start"/>; -1 where there is none.</summary>
    public int NextSet(int start)
    {
        if (start >= Count) return -1;
        var words = Words;
        var at = start >> 6;
        var word = words[at] & (ulong.MaxValue << start);
        while (word == 0)
        {
            if (++at == words.Length) return -1;
            word = words[at];
        }

        return (at << 6) + BitOperations.TrailingZeroCount(word);
    }
}
