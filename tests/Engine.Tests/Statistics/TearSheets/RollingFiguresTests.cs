using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics.TearSheets;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

public sealed class RollingFiguresTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100)]
    public void EachValueIsThatOfItsWindowAlone(int window)
    {
        var random = new SeededRandom(3);
        var equity = new double[100];
        for (var bar = 0; bar < equity.Length; bar++) equity[bar] = (bar == 0 ? 100 : equity[bar - 1]) * (1 + 0.01 * random.NextNormal());
        var curve = ExampleCurve.Of(equity);

        var rolling = RollingFigures.Of(curve, window);

        Assert.Equal(equity.Length - window + 1, rolling.Sharpe.Count);
        for (var at = 0; at < rolling.Sharpe.Count; at++)
        {
            var returns = curve.Returns[at..(at + window)];
            var deviation = NaiveMetrics.Deviation(returns);
            Near.Equal(returns.Aggregate(1.0, (all, value) => all * (1 + value)) - 1, rolling.Return[at], "return");
            Near.Equal(deviation * Math.Sqrt(252), rolling.Volatility[at], "volatility");
            Near.Equal(returns.Average() / deviation * Math.Sqrt(252), rolling.Sharpe[at], "sharpe", 1e-7);
        }
    }

    [Fact]
    public void AWindowLongerThanTheCurveHasNoValue() => Assert.Empty(RollingFigures.Of(ExampleCurve.Of(1, 2, 3), 4).Return);
}
