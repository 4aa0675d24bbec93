using Backtest.Engine.Numerics;

namespace Backtest.Engine.Market;

/// <summary>The bars that one backtest uses: a warm-up, in which indicators may form and no order is placed, and the window after it.
/// Indices inside a slice count from 0 at the first warm-up bar.</summary>
public sealed class BarSlice
{
    private readonly int _start;
    private PortfolioSlice? _portfolio;

    /// <summary>A view on bars <paramref name="start"/> to <paramref name="end"/> of <paramref name="series"/>.</summary>
    /// <param name="series">The bars.</param>
    /// <param name="start">Index of the first bar used, warm-up included.</param>
    /// <param name="first">Index of the first bar of the window.</param>
    /// <param name="end">Index after the window's last bar.</param>
    /// <exception cref="ArgumentOutOfRangeException">Unless 0 &lt;= start &lt;= first &lt; end &lt;= the number of bars.</exception>
    public BarSlice(BarSeries series, int start, int first, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(first, start);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, end);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, series.Count);
        (Series, _start, Count, First) = (series, start, end - start, first - start);
        if (series.Portfolio is { } portfolio)
        {
            _portfolio = PortfolioSlice.Of(portfolio, series.CloseTimes[start..end], series.CloseTimes[first]);
            ContentHash = _portfolio.ContentHash;
        }
        else
        {
            ContentHash = HashOf(series, start, end);
        }
    }

    /// <summary>All bars of a series, without a warm-up.</summary>
    public BarSlice(BarSeries series) : this(series, 0, 0, series.Count) { }

    /// <summary>The same bars up to, not with, <paramref name="end"/>, an index inside the slice that lies behind <see cref="First"/>.</summary>
    public BarSlice Until(int end) => new(Series, _start, _start + First, _start + end);

    private BarSlice(BarSeries series, int start, int first, int end, Hash128 hash) =>
        (Series, _start, Count, First, ContentHash) = (series, start, end - start, first - start, hash);

    /// <summary>The series that this is a view on.</summary>
    public BarSeries Series { get; }

    /// <summary>Whether this is the merged timeline of a portfolio.</summary>
    public bool IsPortfolio => Series.Portfolio is not null;

    /// <summary>The bars of each symbol where this is a portfolio's timeline; else of the one symbol that there is.</summary>
    internal PortfolioSlice Portfolio => _portfolio ??= PortfolioSlice.OfOne(this);

    /// <summary>The number of bars, warm-up included.</summary>
    public int Count { get; }

    /// <summary>Index of the window's first bar inside the slice, which is the number of warm-up bars.</summary>
    public int First { get; }

    /// <summary>The number of bars of the window.</summary>
    public int WindowCount => Count - First;

    /// <summary>Hash of the bars used.</summary>
    public Hash128 ContentHash { get; }

    /// <summary>The bars of a symbol of a portfolio, which may have none in the window.</summary>
    internal static BarSlice OfSymbol(BarSeries series, int start, int first, int end) =>
        new(series, start, Math.Min(first, end), end, HashOf(series, start, end));

    /// <summary>Close times in UTC ticks.</summary>
    public ReadOnlySpan<long> CloseTimes => Series.CloseTimes.Slice(_start, Count);

    /// <summary>Open prices.</summary>
    public ReadOnlySpan<double> Open => Series.Open.Slice(_start, Count);

    /// <summary>High prices.</summary>
    public ReadOnlySpan<double> High => Series.High.Slice(_start, Count);

    /// <summary>Low prices.</summary>
    public ReadOnlySpan<double> Low => Series.Low.Slice(_start, Count);

    /// <summary>Close prices.</summary>
    public ReadOnlySpan<double> Close => Series.Close.Slice(_start, Count);

    /// <summary>Volumes.</summary>
    public ReadOnlySpan<double> Volume => Series.Volume.Slice(_start, Count);

    private static Hash128 HashOf(BarSeries series, int start, int end) =>
        start == 0 && end == series.Count ? series.ContentHash : series.HashOf(start, end);
}
