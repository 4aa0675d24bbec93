using Backtest.Engine.Statistics;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Statistics;

public sealed class DrawdownFoldTests
{
    [Theory]
    [InlineData(new double[] { 110, 88, 99, 120, 119 }, -0.2, 2)]
    [InlineData(new double[] { 90, 95, 80 }, -0.2, 3)]
    [InlineData(new double[] { 100, 100, 101 }, 0, 0)]
    [InlineData(new double[] { 50, 100, 99 }, -0.5, 1)]
    [InlineData(new double[] { -50 }, -1.5, 1)]
    public void DepthAndLengthAreMeasuredFromTheRunningPeakThatStartsAtTheCapital(double[] equity, double depth, int bars)
    {
        var fold = new DrawdownFold(100, -1);
        for (var bar = 0; bar < equity.Length; bar++) fold.Add(equity[bar], bar);

        Assert.Equal(new Drawdown(depth, bars), fold.At(equity.Length - 1) with { Depth = Math.Round(fold.At(equity.Length - 1).Depth, 12) });
    }

    [Fact]
    public void BlocksOfAPositionEqualItsBars() => Gen.Select(Gen.Int[1, 1000], Gen.ULong, Gen.Double[0.5, 20], Gen.Double[-1, 1]).Sample(
        (count, seed, quantity, cash) =>
        {
            var closes = ExampleBars.Random(count, seed).Close;
            var capital = closes[0] * quantity + cash;
            DrawdownFold blocks = new(capital, -1), single = new(capital, -1);

            blocks.Hold(closes, quantity, cash, 0);
            for (var bar = 0; bar < count; bar++) single.Add(closes[bar] * quantity + cash, bar);

            double[] equity = [.. closes.ToArray().Select(close => close * quantity + cash)];
            Assert.Equal(single.At(count - 1), blocks.At(count - 1));
            Assert.Equal(NaiveMetrics.Drawdown(equity, capital), blocks.At(count - 1));
        },
        iter: 1000);

    [Fact]
    public void AFlatSpellBelowThePeakGoesOnAndOneAtThePeakDoesNot()
    {
        DrawdownFold below = new(100, -1), at = new(100, -1);

        below.Add(90, 0);
        below.Flat(90, 9);
        at.Add(110, 0);
        at.Flat(110, 9);

        Assert.Equal((10, 0), (below.At(9).Bars, at.At(9).Bars));
    }
}
