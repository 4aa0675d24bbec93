using Backtest.Engine.Statistics.Sweeps;
using Backtest.Engine.Statistics.TearSheets;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Statistics.Sweeps;

public sealed class ReturnMatrixTests
{
    [Fact]
    public void TheMeanCorrelationIsThatOfAllPairs()
    {
        var noise = ExampleReturns.Noise(6, 80, 4);
        var common = noise.Rows[0];
        double[][] rows =
            [.. noise.Rows.Skip(1).Select((row, at) => row.Select((value, bar) => value + at * 0.3 * common[bar]).ToArray()), new double[80]];
        var pairs = from a in Enumerable.Range(0, 5)
                    from b in Enumerable.Range(a + 1, 4 - a)
                    select Regression.Of(rows[a], rows[b], 0, _ => true).Correlation;

        Near.Equal(pairs.Average(), new ReturnMatrix(80, rows).MeanCorrelation(), "correlation", 1e-12);
    }

    [Fact]
    public void OneThatMovesHasNoCorrelation() => Assert.Equal(double.NaN, new ReturnMatrix(3, [[0, 0, 0], [1, 2, 3]]).MeanCorrelation());
}
