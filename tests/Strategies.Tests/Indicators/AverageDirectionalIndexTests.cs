using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Indicators;

public sealed class AverageDirectionalIndexTests
{
    /// <summary>Moves up 2, 0, 3, down 0, 1, 0; true ranges 3, 2, 4; sums over two bars: up 2, 4; down 1, 0.5; range 5, 6.5.</summary>
    [Fact]
    public void TheIndicatorsAreTheMovesOverTheRangeAndTheIndexTheirSpread()
    {
        double[] index = new double[4], plus = new double[4], minus = new double[4];

        AverageDirectionalIndex.Write([10, 12, 11, 14], [9, 10, 9, 11], [9, 11, 10, 13], 2, index, plus, minus);

        Column.Equal([Column.Undefined, Column.Undefined, 100 * 2 / 5.0, 100 * 4 / 6.5], plus);
        Column.Equal([Column.Undefined, Column.Undefined, 100 * 1 / 5.0, 100 * 0.5 / 6.5], minus);
        Column.Equal([Column.Undefined, Column.Undefined, Column.Undefined, (100 * 1 / 3.0 + 100 * 3.5 / 4.5) / 2], index);
    }
}
