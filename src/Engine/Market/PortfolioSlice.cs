using Backtest.Engine.Numerics;

namespace Backtest.Engine.Market;

/// <summary>The bars of each symbol that one backtest of a portfolio uses, and which of them each moment of the merged timeline has.</summary>
internal sealed class PortfolioSlice
{
    /// <summary>What <see cref="BarsAt"/> gives before a symbol's first bar.</summary>
    public const int NoBar = int.MinValue;

    private readonly int[] _bars;
    private readonly double[] _closes;

    private PortfolioSlice(BarSlice?[] symbols, IReadOnlyList<SymbolTerms> terms, ReadOnlySpan<long> times)
    {
        (Symbols, Terms, _bars, _closes) = (symbols, terms, new int[symbols.Length * times.Length], new double[symbols.Length * times.Length]);
        for (var symbol = 0; symbol < symbols.Length; symbol++) Schedule(symbol, times);
        var hasher = new CanonicalHasher();
        hasher.Append((long)symbols.Length);
        foreach (var slice in symbols)
        {
            hasher.Append(slice is null ? -1L : slice.First);
            if (slice is not null) hasher.Append(slice.ContentHash);
        }

        foreach (var term in terms) term.AppendTo(hasher, times[0], times[^1]);
        HasTerms = terms.Any(term => !term.IsNone);

        ContentHash = hasher.Finish();
    }

    /// <summary>The bars of each symbol; null where it has none, neither in the window nor in the warm-up.</summary>
    public BarSlice?[] Symbols { get; }

    /// <summary>What there is to know of each symbol beside its bars.</summary>
    public IReadOnlyList<SymbolTerms> Terms { get; }

    /// <summary>Whether there is anything to know of any.</summary>
    public bool HasTerms { get; }

    /// <summary>Hash over the bars used of all symbols.</summary>
    public Hash128 ContentHash { get; }

    /// <summary>The bars of a portfolio that lie in a part of its timeline.</summary>
    /// <param name="portfolio">The symbols.</param>
    /// <param name="times">The close times of that part, the first one that of its first bar of warm-up.</param>
    /// <param name="windowStart">The close time of the first bar of the window.</param>
    public static PortfolioSlice Of(PortfolioBars portfolio, ReadOnlySpan<long> times, long windowStart)
    {
        var symbols = new BarSlice?[portfolio.Symbols.Count];
        for (var symbol = 0; symbol < symbols.Length; symbol++)
        {
            var series = portfolio.Symbols[symbol];
            var (start, end) = (series.IndexAtOrAfter(times[0]), series.IndexAtOrAfter(times[^1] + 1));
            if (start < end) symbols[symbol] = BarSlice.OfSymbol(series, start, series.IndexAtOrAfter(windowStart), end);
        }

        return new PortfolioSlice(symbols, portfolio.Terms, times);
    }

    /// <summary>The bars of one symbol.</summary>
    public static PortfolioSlice OfOne(BarSlice slice) => new([slice], [SymbolTerms.None], slice.CloseTimes);

    /// <summary>The symbol's bar at a moment of the timeline, counted inside its own slice; where it has none at this moment, the complement (~) of
    /// the last one before it; <see cref="NoBar"/> where it had none yet.</summary>
    public ReadOnlySpan<int> BarsAt(int at) => _bars.AsSpan(at * Symbols.Length, Symbols.Length);

    /// <summary>The last close of each symbol at a moment of the timeline; NaN before its first bar.</summary>
    public ReadOnlySpan<double> ClosesAt(int at) => _closes.AsSpan(at * Symbols.Length, Symbols.Length);

    private void Schedule(int symbol, ReadOnlySpan<long> times)
    {
        var own = Symbols[symbol] is { } slice ? slice.CloseTimes : default;
        var closes = Symbols[symbol] is { } priced ? priced.Close : default;
        var next = 0;
        for (var at = 0; at < times.Length; at++)
        {
            var trades = next < own.Length && own[next] == times[at];
            _bars[at * Symbols.Length + symbol] = trades ? next++ : next == 0 ? NoBar : ~(next - 1);
            _closes[at * Symbols.Length + symbol] = next == 0 ? double.NaN : closes[next - 1];
        }
    }
}
