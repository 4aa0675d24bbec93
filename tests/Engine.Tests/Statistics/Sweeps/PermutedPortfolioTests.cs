using Backtest.Engine.Market;
using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics.Sweeps;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Statistics.Sweeps;

public sealed class PermutedPortfolioTests
{
    [Fact]
    public void WhatSymbolsDoAtOneMomentStaysTogether() => Gen.ULong.Sample(seed =>
    {
        var slice = Slice(seed);
        var permuted = PermutedBars.Of(slice, new SeededRandom(seed));

        Assert.Equal((slice.Count, slice.First), (permuted.Count, permuted.First));
        Assert.True(slice.CloseTimes.SequenceEqual(permuted.CloseTimes));
        Assert.Equal(Moves(slice).Order(), Moves(permuted).Order());
        foreach (var symbol in permuted.Series.Portfolio!.Symbols)
            Assert.All(Enumerable.Range(0, symbol.Count), bar => Assert.Null(symbol[bar].Defect()));
    });

    [Fact]
    public void TheOrderIsAnotherOneAndTheWarmUpStays()
    {
        var slice = Slice(5);
        var permuted = PermutedBars.Of(slice, new SeededRandom(1));

        Assert.NotEqual(Moves(slice), Moves(permuted));
        Assert.Equal(Moves(slice).Take(10), Moves(permuted).Take(10));
    }

    [Fact]
    public void ASymbolWithoutABarInTheSliceStaysAbsent()
    {
        var (early, late) = (ExampleBars.Random(40, 1), Without(ExampleBars.Random(90, 2), bar => bar < 60));
        var slice = new BarSlice(PortfolioBars.Join("PAIR", [early, late]), 0, 5, 30);

        var permuted = PermutedBars.Of(slice, new SeededRandom(1));

        Assert.Equal([30, 0], permuted.Series.Portfolio!.Symbols.Select(symbol => symbol.Count));
    }

    /// <summary>One symbol that misses some bars, one that begins later.</summary>
    private static BarSlice Slice(ulong seed)
    {
        var first = Without(ExampleBars.Random(60, seed), bar => bar % 7 == 3);
        var second = Without(ExampleBars.Random(60, seed + 1), bar => bar < 20 || bar % 5 == 2);
        return new BarSlice(PortfolioBars.Join("PAIR", [first, second]), 2, 12, 55);
    }

    private static BarSeries Without(BarSeries bars, Func<int, bool> missing)
    {
        int[] kept = [.. Enumerable.Range(0, bars.Count).Where(bar => !missing(bar))];
        return new BarSeries(bars.Symbol, bars.Timeframe, new BarColumns(
            kept.Select(bar => bars.CloseTimes[bar]).ToArray(), Of(bars.Open), Of(bars.High), Of(bars.Low), Of(bars.Close), Of(bars.Volume)));

        double[] Of(ReadOnlySpan<double> column)
        {
            var values = new double[kept.Length];
            for (var i = 0; i < kept.Length; i++) values[i] = column[kept[i]];
            return values;
        }
    }

    /// <summary>For each moment, the log moves of both symbols from their closes before, as one text.</summary>
    private static List<string> Moves(BarSlice slice)
    {
        List<string> moves = [];
        for (var at = 0; at < slice.Count; at++)
        {
            var text = "";
            for (var symbol = 0; symbol < 2; symbol++)
            {
                if (slice.Portfolio.BarsAt(at)[symbol] is not (> 0 and var bar)) continue;
                var bars = slice.Portfolio.Symbols[symbol]!;
                var (before, close) = (bars.Close[bar - 1], Math.Log(bars.Close[bar] / bars.Close[bar - 1]));
                text += FormattableString.Invariant($"{symbol}: {Math.Log(bars.High[bar] / before):F7} {close:F7} {bars.Volume[bar]} ");
            }

            moves.Add(text.Replace("-0.0000000", "0.0000000", StringComparison.Ordinal));
        }

        return moves;
    }
}
