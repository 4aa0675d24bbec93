using Backtest.Engine.Execution;
using Backtest.Engine.Tests.Examples;
using Backtest.Goldens;
using Backtest.Strategies.Tests.Examples;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.BuiltIn;

/// <summary>The SMA cross against vectorbt 1.1.0, to 1e-9: every metric of thirteen pairs, every trade, every bar of three equity curves.</summary>
public sealed class SmaCrossTests
{
    [Theory]
    [InlineData("sp500-nextopen-fill-long.csv", FillTime.NextOpen)]
    [InlineData("sp500-close-fill-long.csv", FillTime.Close)]
    public void MetricsEqualVectorbt(string file, FillTime fill) => Near.Holds(deviations => Vectorbt.Metrics(
        deviations, file, (fast, slow) => GoldenRuns.Cross(Direction.Long, fill, fast, slow).Metrics));

    [Theory]
    [InlineData("sp500-nextopen-fill-long-trades.csv", FillTime.NextOpen)]
    [InlineData("sp500-close-fill-long-trades.csv", FillTime.Close)]
    public void TradesEqualVectorbt(string file, FillTime fill) => Near.Holds(deviations => Vectorbt.Trades(
        deviations, file, (fast, slow) => GoldenRuns.Cross(Direction.Long, fill, fast, slow).Trades));

    [Theory]
    [InlineData(20, 50)]
    [InlineData(10, 100)]
    [InlineData(50, 200)]
    public void EquityEqualsVectorbtAtEveryBar(int fast, int slow) => Near.Holds(deviations => Vectorbt.Equity(deviations, fast, slow));

    /// <summary>The averages of one and of two bars: equal at bar 3, so the side is still that of bar 2.</summary>
    [Fact]
    public void ItIsInAtACrossAboveAndOutAtACrossBelow()
    {
        var signals = Decisions.Of("sma-cross", ExampleBars.Of(10, 9, 8, 8, 9, 10, 9), 1, 2);

        Assert.Equal([4], signals.Entries.Bars());
        Assert.Equal([6], signals.Exits.Bars());
    }
}
