using System.Runtime.InteropServices;
using Backtest.Engine.Numerics;

namespace Backtest.Engine.Market;

/// <summary>The bars of one symbol and timeframe as immutable columns of one length, in strictly increasing time.
/// Instances are shared read-only by every worker of a node.</summary>
public sealed class BarSeries
{
    private readonly ReadOnlyMemory<long> _closeTimes;
    private readonly ReadOnlyMemory<double> _open, _high, _low, _close, _volume;

    /// <summary>Takes the columns without copying them; nothing may change them afterwards.</summary>
    /// <param name="symbol">The instrument's name.</param>
    /// <param name="timeframe">The interval of one bar.</param>
    /// <param name="columns">The six columns.</param>
    /// <param name="contentHash">Their hash where it is already known (a cache file's), else null.</param>
    /// <exception cref="ArgumentException">A column differs in length, time does not strictly increase, or a bar is impossible;
    /// the message names the bar's index. Not checked where <paramref name="contentHash"/> is given: such bars were checked before.</exception>
    public BarSeries(string symbol, Timeframe timeframe, BarColumns columns, Hash128? contentHash = null)
    {
        Symbol = symbol;
        Timeframe = timeframe;
        (_closeTimes, _open, _high, _low, _close, _volume) = columns;
        if (contentHash is null) Check();
        ContentHash = contentHash ?? HashOf(0, Count);
    }

    private BarSeries(string name, PortfolioBars portfolio, BarColumns timeline)
    {
        (Symbol, Timeframe, Portfolio) = (name, portfolio.Symbols[0].Timeframe, portfolio);
        (_closeTimes, _open, _high, _low, _close, _volume) = timeline;
        Check();
        ContentHash = portfolio.ContentHash;
    }

    /// <summary>The instrument's name, or the portfolio's.</summary>
    public string Symbol { get; }

    /// <summary>The interval of one bar.</summary>
    public Timeframe Timeframe { get; }

    /// <summary>The symbols whose merged timeline this is; null for the bars of one symbol.</summary>
    public PortfolioBars? Portfolio { get; }

    /// <summary>The number of bars.</summary>
    public int Count => _closeTimes.Length;

    /// <summary>Hash of all columns' bytes; symbol and timeframe are not in it. A portfolio's is over the hashes of its symbols.</summary>
    public Hash128 ContentHash { get; }

    /// <summary>Close times in UTC ticks.</summary>
    public ReadOnlySpan<long> CloseTimes => _closeTimes.Span;

    /// <summary>Open prices.</summary>
    public ReadOnlySpan<double> Open => _open.Span;

    /// <summary>High prices.</summary>
    public ReadOnlySpan<double> High => _high.Span;

    /// <summary>Low prices.</summary>
    public ReadOnlySpan<double> Low => _low.Span;

    /// <summary>Close prices.</summary>
    public ReadOnlySpan<double> Close => _close.Span;

    /// <summary>Volumes.</summary>
    public ReadOnlySpan<double> Volume => _volume.Span;

    /// <summary>The bar at <paramref name="index"/>, counted from 0.</summary>
    public Bar this[int index] =>
        new(CloseTimes[index], Open[index], High[index], Low[index], Close[index], Volume[index]);

    /// <summary>The index of the first bar that closes at or after <paramref name="time"/>; <see cref="Count"/> where none does.</summary>
    public int IndexAtOrAfter(long time)
    {
        var found = CloseTimes.BinarySearch(time);
        return found >= 0 ? found : ~found;
    }

    /// <summary>The timeline of a portfolio.</summary>
    internal static BarSeries OfPortfolio(string name, PortfolioBars portfolio, BarColumns timeline) => new(name, portfolio, timeline);

    /// <summary>Hash of the bars from <paramref name="start"/> up to, not with, <paramref name="end"/>.</summary>
    public Hash128 HashOf(int start, int end)
    {
        var hasher = new CanonicalHasher();
        hasher.Append(end - start);
        hasher.AppendBytes(MemoryMarshal.AsBytes(CloseTimes[start..end]));
        hasher.AppendBytes(MemoryMarshal.AsBytes(Open[start..end]));
        hasher.AppendBytes(MemoryMarshal.AsBytes(High[start..end]));
        hasher.AppendBytes(MemoryMarshal.AsBytes(Low[start..end]));
        hasher.AppendBytes(MemoryMarshal.AsBytes(Close[start..end]));
        hasher.AppendBytes(MemoryMarshal.AsBytes(Volume[start..end]));
        return hasher.Finish();
    }

    private void Check()
    {
        var count = Count;
        if (_open.Length != count || _high.Length != count || _low.Length != count || _close.Length != count || _volume.Length != count)
            throw new ArgumentException("the columns of a bar series must have one length");
        for (var i = 0; i < count; i++)
        {
            if (this[i].Defect() is { } defect) throw new ArgumentException($"bar {i}: {defect}");
            if (i > 0 && CloseTimes[i] <= CloseTimes[i - 1])
                throw new ArgumentException(CloseTimes[i] == CloseTimes[i - 1]
                    ? $"bar {i}: duplicate of the time of the bar before it"
                    : $"bar {i}: earlier than the bar before it");
        }
    }
}

/// <summary>The six columns of a bar series.</summary>
/// <param name="CloseTimes">Close times in UTC ticks.</param>
/// <param name="Open">Open prices.</param>
/// <param name="High">High prices.</param>
/// <param name="Low">Low prices.</param>
/// <param name="Close">Close prices.</param>
/// <param name="Volume">Volumes.</param>
public sealed record BarColumns(
    ReadOnlyMemory<long> CloseTimes,
    ReadOnlyMemory<double> Open,
    ReadOnlyMemory<double> High,
    ReadOnlyMemory<double> Low,
    ReadOnlyMemory<double> Close,
    ReadOnlyMemory<double> Volume);
