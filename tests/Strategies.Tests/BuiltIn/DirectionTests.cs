using Backtest.Engine.Execution;
using Backtest.Goldens;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.BuiltIn;

/// <summary>The SMA cross short and in both directions, against vectorbt 1.1.0 and backtesting.py.</summary>
public sealed class DirectionTests
{
    [Theory]
    [InlineData("sp500-close-fill-long.csv", Direction.Long)]
    [InlineData("sp500-close-fill-both.csv", Direction.Both)]
    public void MetricsEqualVectorbt(string file, Direction direction) => Near.Holds(deviations => Vectorbt.Metrics(
        deviations, file, (fast, slow) => GoldenRuns.Cross(direction, FillTime.Close, fast, slow).Metrics));

    [Fact]
    public void MetricsOfShortsEqualVectorbt() => Near.Holds(Vectorbt.ShortMetrics);

    [Fact]
    public void TradesInBothDirectionsEqualVectorbt() => Near.Holds(deviations => Vectorbt.Trades(
        deviations,
        "sp500-close-fill-both-trades.csv",
        (fast, slow) => GoldenRuns.Cross(Direction.Both, FillTime.Close, fast, slow).Trades));

    /// <summary>backtesting.py floors sizes to 1e-8 units and lists closed trades only.</summary>
    [Theory]
    [InlineData(20, 50)]
    [InlineData(10, 100)]
    [InlineData(50, 200)]
    public void TheResultInBothDirectionsEqualsThatOfBacktestingPyToItsRounding(int fast, int slow) =>
        Near.Holds(deviations => BacktestingPy.BothDirections(deviations, fast, slow));
}
