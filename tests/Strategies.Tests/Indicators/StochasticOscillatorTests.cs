using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Indicators;

public sealed class StochasticOscillatorTests
{
    [Fact]
    public void ItIsThePlaceOfTheCloseInTheRangeAndItsAverages()
    {
        double[] fastK = new double[5], fastD = new double[5], slowD = new double[5];

        StochasticOscillator.Write([12, 14, 14, 14, 10], [10, 10, 12, 10, 10], [11, 13, 12, 14, 10], 2, 2, fastK, fastD, slowD);

        Column.Equal([Column.Undefined, 0.75, 0.5, 1, 0], fastK);
        Column.Equal([Column.Undefined, Column.Undefined, 0.625, 0.75, 0.5], fastD);
        Column.Equal([Column.Undefined, Column.Undefined, Column.Undefined, 0.6875, 0.625], slowD);
    }

    [Fact]
    public void WhereHighAndLowAreOneTheCloseIsInTheMiddle()
    {
        var fastK = new double[2];

        StochasticOscillator.Write([5, 5], [5, 5], [5, 5], 2, 1, fastK, new double[2], new double[2]);

        Assert.Equal(0.5, fastK[1]);
    }
}
