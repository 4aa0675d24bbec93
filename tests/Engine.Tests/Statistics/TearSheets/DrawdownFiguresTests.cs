using Backtest.Engine.Statistics.TearSheets;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

public sealed class DrawdownFiguresTests
{
    [Fact]
    public void FiguresAreThoseComputedByHand()
    {
        var figures = DrawdownFigures.Of(ExampleCurve.Of(110, 88, 110, 99));

        Assert.Equal(-0.15, figures.AverageDepth, 12);
        Assert.Equal(1, figures.AverageBars);
        Assert.Equal(0.5, figures.Underwater);
        Assert.Equal(Math.Sqrt((0.04 + 0.01) / 4), figures.UlcerIndex, 12);
        Assert.Equal(0.3 / 4, figures.PainIndex, 12);
        Assert.Equal(-1 / 22.0, figures.RecoveryFactor, 12);
    }

    [Fact]
    public void ACurveThatNeverFallsHasNoDrawdown()
    {
        var figures = DrawdownFigures.Of(ExampleCurve.Of(100, 105));

        Assert.Empty(figures.Periods);
        Assert.Equal((double.NaN, double.NaN, 0, 0), (figures.AverageDepth, figures.RecoveryFactor, figures.UlcerIndex, figures.Underwater));
    }
}
