using Backtest.Goldens;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.BuiltIn;

/// <summary>Long strategies without stops against backtesting.py, which floors sizes to 1e-8 of a unit: to a millionth of the result, and every
/// closed trade by its bars and prices.</summary>
public sealed class BacktestingPyTests
{
    [Theory]
    [InlineData(20, 50)]
    [InlineData(10, 100)]
    [InlineData(50, 200)]
    public void ResultAndTradesOfTheCrossEqualBacktestingPyToItsRounding(int fast, int slow) =>
        Near.Holds(deviations => BacktestingPy.LongCross(deviations, fast, slow));

    [Fact]
    public void ResultAndTradesOfRsiReversionEqualBacktestingPyToItsRounding() => Near.Holds(BacktestingPy.RsiReversion);
}
