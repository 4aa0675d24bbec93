using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Indicators;

public sealed class DonchianChannelTests
{
    [Fact]
    public void ItsLinesAreTheExtremesAndTheirMean()
    {
        double[] lower = new double[3], middle = new double[3], upper = new double[3];

        DonchianChannel.Write([4, 6, 5], [1, 3, 2], 2, lower, middle, upper);

        Column.Equal([Column.Undefined, 1, 2], lower);
        Column.Equal([Column.Undefined, 3.5, 4], middle);
        Column.Equal([Column.Undefined, 6, 6], upper);
    }
}
