using Backtest.Engine.Execution;
using Backtest.Engine.Statistics.TearSheets;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

public sealed class TradeFiguresTests
{
    [Fact]
    public void FiguresAreThoseComputedByHand()
    {
        Trade[] trades =
        [
            new(0, 2, 1, 100, 111, 0.5, 0.5), new(2, 3, 1, 100, 121, 0.5, 0.5), new(3, 6, -2, 100, 104.5, 0.5, 0.5), new(6, 7, 1, 100, 101, 0.5, 0.5),
            new(8, -1, -1, 100, double.NaN, 0.5, 0),
        ];

        var figures = TradeFigures.Of(trades);

        Assert.Equal((2, 1, 3, 2), (figures.Won, figures.Lost, figures.Long, figures.Short));
        Assert.Equal((15.0, -10.0, 1.5), (figures.AverageWin, figures.AverageLoss, figures.PayoffRatio));
        Assert.Equal((20.0, -10.0), (figures.LargestWin, figures.LargestLoss));
        Assert.Equal((0.1 + 0.2 - 0.05 + 0) / 4, figures.AverageReturn, 12);
        Assert.Equal(0.05, figures.MedianReturn, 12);
        Assert.Equal((2, 1), (figures.WinsInARow, figures.LossesInARow));
        Assert.Equal((1.75, 1.5, 3.0), (figures.AverageBars, figures.AverageBarsWon, figures.AverageBarsLost));
    }

    [Fact]
    public void WithoutAClosedTradeMeansAreUndefined()
    {
        var figures = TradeFigures.Of([]);

        Assert.Equal((double.NaN, double.NaN, double.NaN, 0), (figures.AverageWin, figures.PayoffRatio, figures.MedianReturn, figures.WinsInARow));
    }
}
