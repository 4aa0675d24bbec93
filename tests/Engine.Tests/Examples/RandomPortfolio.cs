using Backtest.Engine.Market;
using Backtest.Engine.Numerics;
using CsCheck;

namespace Backtest.Engine.Tests.Examples;

/// <summary>Some random markets on one merged timeline: each may begin late, end early and miss bars. All follows from the seed.</summary>
internal sealed record RandomPortfolio(int Symbols, int Bars, double WarmUp, ulong Seed)
{
    public static Gen<RandomPortfolio> Any { get; } = Gen.Select(
        Gen.Int[1, 5], Gen.Int[2, 150], Gen.Double.Unit, Gen.ULong,
        (symbols, bars, warmUp, seed) => new RandomPortfolio(symbols, bars, warmUp * warmUp, seed));

    /// <summary>The bars of all of it after the warm-up.</summary>
    public BarSlice Slice()
    {
        var timeline = Timeline();
        return new BarSlice(timeline, 0, (int)(WarmUp * timeline.Count), timeline.Count);
    }

    /// <summary>The merged timeline.</summary>
    public BarSeries Timeline() => PortfolioBars.Join("RND", [.. Enumerable.Range(0, Symbols).Select(Symbol)], Terms);

    /// <summary>Of half of the portfolios currencies, dividends and splits.</summary>
    public SymbolTerms[] Terms => [.. Enumerable.Range(0, Symbols).Select(TermsOf)];

    private SymbolTerms TermsOf(int at)
    {
        var random = new SeededRandom(Seed + 5000 + (ulong)at);
        if (Seed % 2 == 0) return SymbolTerms.None;
        var rate = 1.5;
        return new SymbolTerms
        {
            Rates = random.NextDouble() < 0.3 ? null : Some(() => rate *= 0.95 + random.NextDouble() * 0.1),
            Dividends = Some(() => random.NextDouble()),
            Splits = Some(() => random.NextDouble() < 0.5 ? 2 : 0.25, 20),
        };

        DatedNumbers Some(Func<double> next, int step = 3)
        {
            List<long> times = [0];
            List<double> values = [next()];
            const long HalfDay = TimeSpan.TicksPerDay / 2;
            for (var time = 2 * HalfDay; time < 2 * Bars * HalfDay; time += (1 + (long)(random.NextDouble() * step)) * HalfDay)
            {
                times.Add(time);
                values.Add(next());
            }

            return new DatedNumbers([.. times], [.. values]);
        }
    }

    private BarSeries Symbol(int at)
    {
        var whole = new RandomMarket(Bars, 0, Seed + (ulong)at * 77).Slice().Series;
        var random = new SeededRandom(Seed + (ulong)at);
        var missing = random.NextDouble() < 0.5 ? 0 : random.NextDouble() * 0.6;
        var (from, to) = ((int)(Bars * Math.Max(0, random.NextDouble() - 0.6)), Bars - (int)(Bars * Math.Max(0, random.NextDouble() - 0.6)));
        int[] kept = [.. Enumerable.Range(0, Bars).Where(bar => bar >= from && bar < to && random.NextDouble() >= missing)];
        if (kept.Length == 0) kept = [Bars - 1];
        double[] Take(ReadOnlySpan<double> column)
        {
            var taken = new double[kept.Length];
            for (var i = 0; i < kept.Length; i++) taken[i] = column[kept[i]];
            return taken;
        }

        var times = new long[kept.Length];
        for (var i = 0; i < kept.Length; i++) times[i] = whole.CloseTimes[kept[i]];
        return new BarSeries($"S{at}", whole.Timeframe, new BarColumns(
            times, Take(whole.Open), Take(whole.High), Take(whole.Low), Take(whole.Close), Take(whole.Volume)));
    }
}
