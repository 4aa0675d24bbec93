using Backtest.Goldens;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.ByBar;

/// <summary>Brackets against backtesting.py, which floors sizes to 1e-8 units and lists closed trades only.</summary>
public sealed class BracketGoldenTests
{
    [Theory]
    [InlineData(20, 50, false)]
    [InlineData(10, 100, false)]
    [InlineData(50, 200, false)]
    [InlineData(20, 50, true)]
    [InlineData(10, 100, true)]
    [InlineData(50, 200, true)]
    public void StopsAndTargetsFillAsInBacktestingPy(int fast, int slow, bool both) =>
        Near.Holds(deviations => BacktestingPy.Brackets(deviations, fast, slow, both));
}
