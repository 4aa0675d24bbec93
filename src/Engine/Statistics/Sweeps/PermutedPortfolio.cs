using Backtest.Engine.Market;
using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics.Sweeps;

/// <summary>Permutes the bars of several symbols as <see cref="PermutedBars"/> does those of one: the moves that symbols make at one moment of the
/// merged timeline stay together, so that what they have in common stays too.</summary>
internal sealed class PermutedPortfolio
{
    private readonly BarSlice _slice;
    private readonly int[] _from;

    private PermutedPortfolio(BarSlice slice, SeededRandom random)
    {
        _slice = slice;
        _from = [.. Enumerable.Range(0, slice.Count)];
        random.Shuffle<int>(_from.AsSpan(FixedMoments(slice)));
    }

    /// <summary>The permuted bars of a portfolio.</summary>
    public static BarSlice Of(BarSlice slice, SeededRandom random)
    {
        var permuted = new PermutedPortfolio(slice, random);
        var portfolio = slice.Series.Portfolio!;
        List<BarSeries> symbols = [];
        List<SymbolTerms> terms = [];
        for (var symbol = 0; symbol < portfolio.Symbols.Count; symbol++)
        {
            symbols.Add(slice.Portfolio.Symbols[symbol] is { } bars ? permuted.Symbol(symbol, bars) : Absent(portfolio.Symbols[symbol]));
            terms.Add(portfolio.Terms[symbol]);
        }

        return new BarSlice(PortfolioBars.Join(slice.Series.Symbol, symbols, terms), 0, slice.First, slice.Count);
    }

    /// <summary>The moments that stay: those up to the window's first one, and up to the one at which the last symbol begins, since a first bar has
    /// no move.</summary>
    private static int FixedMoments(BarSlice slice)
    {
        var last = slice.First;
        for (var symbol = 0; symbol < slice.Portfolio.Symbols.Length; symbol++)
        {
            if (slice.Portfolio.Symbols[symbol] is null) continue;
            var at = 0;
            while (slice.Portfolio.BarsAt(at)[symbol] == PortfolioSlice.NoBar) at++;
            last = Math.Max(last, at);
        }

        return Math.Min(slice.Count, last + 1);
    }

    private static BarSeries Absent(BarSeries symbol) =>
        new(symbol.Symbol, symbol.Timeframe, new BarColumns(default, default, default, default, default, default), default(Hash128));

    private BarSeries Symbol(int symbol, BarSlice bars)
    {
        var times = new long[bars.Count];
        double[] open = new double[bars.Count], high = new double[bars.Count], low = new double[bars.Count], close = new double[bars.Count];
        var (volume, next) = (new double[bars.Count], 0);
        for (var at = 0; at < _slice.Count; at++)
        {
            var from = _slice.Portfolio.BarsAt(_from[at])[symbol];
            if (from < 0) continue;
            // A bar that stays keeps its prices to the bit.
            var scale = _from[at] == at && (next == 0 || close[next - 1] == bars.Close[from - 1]) ? 1 : close[next - 1] / bars.Close[from - 1];
            (open[next], high[next]) = (bars.Open[from] * scale, bars.High[from] * scale);
            (low[next], close[next]) = (bars.Low[from] * scale, bars.Close[from] * scale);
            (times[next], volume[next]) = (_slice.CloseTimes[at], bars.Volume[from]);
            next++;
        }

        var columns = new BarColumns(times, open, high, low, close, volume);
        return new BarSeries(bars.Series.Symbol, bars.Series.Timeframe, columns, default(Hash128));
    }
}
