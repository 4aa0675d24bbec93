using Backtest.Engine.Numerics;

namespace Backtest.Engine.Market;

/// <summary>The bars of several symbols as one data set. Its bars are a merged timeline: there is one wherever a symbol has one.</summary>
public sealed class PortfolioBars
{
    private const double FirstIndex = 100;

    private PortfolioBars(IReadOnlyList<BarSeries> symbols, IReadOnlyList<SymbolTerms> terms)
    {
        (Symbols, Terms) = (symbols, terms);
        var hasher = new CanonicalHasher();
        hasher.Append((long)symbols.Count);
        foreach (var symbol in symbols) hasher.Append(symbol.ContentHash);
        foreach (var term in terms) term.AppendTo(hasher, 0, long.MaxValue - 1);
        ContentHash = hasher.Finish();
    }

    /// <summary>The bars of each symbol, in the order in which the study names them.</summary>
    public IReadOnlyList<BarSeries> Symbols { get; }

    /// <summary>What there is to know of each symbol beside its bars.</summary>
    public IReadOnlyList<SymbolTerms> Terms { get; }

    /// <summary>Hash over the content hashes of all symbols, in order, and their terms; names are not in it.</summary>
    public Hash128 ContentHash { get; }

    /// <summary>The merged timeline of some symbols. Its close is an index that starts at 100 and moves by the mean of the symbols' returns; open,
    /// high and low are equal to it, and the volume is zero.</summary>
    /// <param name="name">The portfolio's name.</param>
    /// <param name="symbols">The bars of each symbol; one or more, of one timeframe.</param>
    /// <param name="terms">What there is to know of each symbol beside its bars; null for nothing.</param>
    /// <exception cref="ArgumentException">There is no symbol, they differ in timeframe, or there are not as many terms.</exception>
    public static BarSeries Join(string name, IReadOnlyList<BarSeries> symbols, IReadOnlyList<SymbolTerms>? terms = null)
    {
        terms ??= [.. symbols.Select(_ => SymbolTerms.None)];
        if (terms.Count != symbols.Count) throw new ArgumentException("there have to be as many terms as symbols", nameof(terms));
        if (symbols.Count == 0) throw new ArgumentException("a portfolio has one symbol or more", nameof(symbols));
        if (symbols.FirstOrDefault(symbol => symbol.Timeframe != symbols[0].Timeframe) is { } other)
        {
            throw new ArgumentException(
                $"symbols of a portfolio have one timeframe: {symbols[0].Symbol} has {symbols[0].Timeframe}, {other.Symbol} {other.Timeframe}",
                nameof(symbols));
        }

        var times = Merge(symbols);
        var index = Index(symbols, times);
        return BarSeries.OfPortfolio(
            name, new PortfolioBars([.. symbols], [.. terms]), new BarColumns(times, index, index, index, index, new double[times.Length]));
    }

    private static long[] Merge(IReadOnlyList<BarSeries> symbols)
    {
        var times = new long[symbols.Sum(symbol => symbol.Count)];
        var count = 0;
        foreach (var symbol in symbols)
        {
            symbol.CloseTimes.CopyTo(times.AsSpan(count));
            count += symbol.Count;
        }

        Array.Sort(times);
        count = 0;
        foreach (var time in times)
        {
            if (count == 0 || times[count - 1] != time) times[count++] = time;
        }

        return times[..count];
    }

    private static double[] Index(IReadOnlyList<BarSeries> symbols, long[] times)
    {
        var (index, next, last) = (new double[times.Length], new int[symbols.Count], new double[symbols.Count]);
        var level = FirstIndex;
        for (var at = 0; at < times.Length; at++)
        {
            var (sum, known) = (0.0, 0);
            for (var symbol = 0; symbol < symbols.Count; symbol++)
            {
                var (bars, before) = (symbols[symbol], last[symbol]);
                if (next[symbol] < bars.Count && bars.CloseTimes[next[symbol]] == times[at]) last[symbol] = bars.Close[next[symbol]++];
                if (before == 0) continue;
                sum += last[symbol] / before;
                known++;
            }

            var moved = known > 0 ? level * (sum / known) : level;
            if (double.IsFinite(moved) && moved > 0) level = moved;
            index[at] = level;
        }

        return index;
    }
}
