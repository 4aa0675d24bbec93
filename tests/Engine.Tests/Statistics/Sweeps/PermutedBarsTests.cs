using Backtest.Engine.Market;
using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics.Sweeps;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Statistics.Sweeps;

public sealed class PermutedBarsTests
{
    [Fact]
    public void NoBarIsImpossible() => Gen.ULong.Sample(seed =>
    {
        var permuted = PermutedBars.Of(new BarSlice(ExampleBars.Random(60, seed), 5, 20, 55), new SeededRandom(seed));

        return Enumerable.Range(0, permuted.Count).All(bar => permuted.Series[bar].Defect() is null);
    });

    [Fact]
    public void WarmUpFirstBarTimesAndLastCloseStay() => Gen.ULong.Sample(seed =>
    {
        var slice = new BarSlice(ExampleBars.Random(60, seed), 5, 20, 55);
        var permuted = PermutedBars.Of(slice, new SeededRandom(seed + 1));

        Assert.Equal((slice.Count, slice.First), (permuted.Count, permuted.First));
        Assert.True(slice.CloseTimes.SequenceEqual(permuted.CloseTimes));
        Near.SameBits(slice.Close[..16], permuted.Close[..16], "warm-up and first close");
        Near.Equal(1, permuted.Close[^1] / slice.Close[^1], "last close", 1e-12);
    });

    [Fact]
    public void TheMovesOfEachBarAreThoseOfOneOther() => Gen.ULong.Sample(seed =>
    {
        var slice = new BarSlice(ExampleBars.Random(40, seed));
        var permuted = PermutedBars.Of(slice, new SeededRandom(seed));

        Assert.Equal(Moves(slice), Moves(permuted));
    });

    [Fact]
    public void TheOrderDependsOnTheSeed()
    {
        var slice = new BarSlice(ExampleBars.Random(40, 7));

        Assert.True(PermutedBars.Of(slice, new SeededRandom(1)).Close.SequenceEqual(PermutedBars.Of(slice, new SeededRandom(1)).Close));
        Assert.False(PermutedBars.Of(slice, new SeededRandom(1)).Close.SequenceEqual(PermutedBars.Of(slice, new SeededRandom(2)).Close));
    }

    private static IEnumerable<(double, double, double, double, double)> Moves(BarSlice bars)
    {
        List<(double, double, double, double, double)> moves = [];
        for (var bar = 1; bar < bars.Count; bar++)
        {
            var before = bars.Close[bar - 1];
            moves.Add((Rounded(bars.Open[bar] / before), Rounded(bars.High[bar] / before), Rounded(bars.Low[bar] / before),
                Rounded(bars.Close[bar] / before), bars.Volume[bar]));
        }

        return moves.Order();
    }

    private static double Rounded(double ratio) => Math.Round(Math.Log(ratio), 9);
}
