using Backtest.Engine.Statistics.TearSheets;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

public sealed class EquityCurveTests
{
    [Fact]
    public void DrawdownsAndReturnsBeginAtTheCapital()
    {
        var curve = ExampleCurve.Of(90, 120, 108, 132);

        Assert.Equal([-0.1, 0, -0.1, 0], curve.Drawdowns.Select(value => Math.Round(value, 12)));
        Assert.Equal([-0.1, 0.333333333333, -0.1, 0.222222222222], curve.Returns.Select(value => Math.Round(value, 12)));
        Assert.Equal(Math.Pow(1.32, 63) - 1, curve.Growth, 3);
    }

    [Fact]
    public void ACurveHasATimeForEachValue()
    {
        Assert.Throws<ArgumentException>(() => new EquityCurve(1, [], [], 252));
        Assert.Throws<ArgumentException>(() => new EquityCurve(1, [1, 2], [1], 252));
    }
}
