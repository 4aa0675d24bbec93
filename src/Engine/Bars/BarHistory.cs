using Backtest.Engine.Market;

namespace Backtest.Engine.Bars;

/// <summary>The bars up to the current one. There is no way to the later ones.</summary>
public ref struct BarHistory
{
    private readonly ReadOnlySpan<long> _closeTimes;
    private readonly ReadOnlySpan<double> _open, _high, _low, _close, _volume;

    internal BarHistory(BarSlice slice)
    {
        _closeTimes = slice.CloseTimes;
        _open = slice.Open;
        _high = slice.High;
        _low = slice.Low;
        _close = slice.Close;
        _volume = slice.Volume;
        First = slice.First;
    }

    /// <summary>Index of the current bar, counted from the first bar of the warm-up.</summary>
    public int Bar { get; private set; }

    /// <summary>Index of the window's first bar: before it no order is taken.</summary>
    public int First { get; }

    /// <summary>The number of bars up to and with the current one.</summary>
    public readonly int Count => Bar + 1;

    /// <summary>Close times in UTC ticks, up to the current bar.</summary>
    public readonly ReadOnlySpan<long> CloseTimes => _closeTimes[..(Bar + 1)];

    /// <summary>Open prices up to the current bar.</summary>
    public readonly ReadOnlySpan<double> Open => _open[..(Bar + 1)];

    /// <summary>High prices up to the current bar.</summary>
    public readonly ReadOnlySpan<double> High => _high[..(Bar + 1)];

    /// <summary>Low prices up to the current bar.</summary>
    public readonly ReadOnlySpan<double> Low => _low[..(Bar + 1)];

    /// <summary>Close prices up to the current bar.</summary>
    public readonly ReadOnlySpan<double> Close => _close[..(Bar + 1)];

    /// <summary>Volumes up to the current bar.</summary>
    public readonly ReadOnlySpan<double> Volume => _volume[..(Bar + 1)];

    /// <summary>The bar so many bars ago; 0 is the current one.</summary>
    /// <exception cref="IndexOutOfRangeException">There are not as many bars, or the number is negative.</exception>
    public readonly Bar this[int barsAgo]
    {
        get
        {
            if ((uint)barsAgo > (uint)Bar) throw new IndexOutOfRangeException($"there is no bar {barsAgo} bars ago: the view has {Count} bars");
            var at = Bar - barsAgo;
            return new Bar(_closeTimes[at], _open[at], _high[at], _low[at], _close[at], _volume[at]);
        }
    }

    internal void MoveTo(int bar) => Bar = bar;
}
