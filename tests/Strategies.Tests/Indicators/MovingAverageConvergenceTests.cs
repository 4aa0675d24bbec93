using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Indicators;

public sealed class MovingAverageConvergenceTests
{
    /// <summary>Averages of one bar and of three, whose ratio is a half; a signal of two bars, whose ratio is two thirds.</summary>
    [Fact]
    public void TheLineIsFastLessSlowAndTheSignalItsAverage()
    {
        double[] line = new double[5], signal = new double[5];

        MovingAverageConvergence.Write([1, 2, 3, 8, 11], 1, 3, 2, line, signal);

        Column.Equal([Column.Undefined, Column.Undefined, 1, 3, 3], line);
        Column.Equal([Column.Undefined, Column.Undefined, Column.Undefined, 2, 2 + 2 / 3.0], signal);
    }
}
