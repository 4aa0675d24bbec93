using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Indicators;

public sealed class BollingerBandsTests
{
    [Fact]
    public void TheBandsAreSoManyDeviationsFromTheAverage()
    {
        double[] lower = new double[3], middle = new double[3], upper = new double[3];

        BollingerBands.Write([1, 3, 7], 2, 2.5, lower, middle, upper);

        Column.Equal([Column.Undefined, -0.5, 0], lower);
        Column.Equal([Column.Undefined, 2, 5], middle);
        Column.Equal([Column.Undefined, 4.5, 10], upper);
    }
}
