using Backtest.Engine.Execution;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.BuiltIn;

public sealed class RsiReversionTests
{
    [Fact]
    public void TheResultEqualsThatOfBacktestingPyToItsRounding()
    {
        var golden = GoldenTable.Read("sp500-backtestingpy-nextopen.csv");
        var row = Enumerable.Range(0, golden.Count).Single(row => golden.Text(row, "variant") == "rsi-14-30-70-long");

        var metrics = GoldenRuns.Run("rsi-reversion", FillTime.NextOpen, ("period", 14), ("lower", 30), ("upper", 70)).Metrics;

        Near.Equal(golden.Number(row, "total_return"), metrics.TotalReturn, "total return", 1e-6);
        Near.Equal(golden.Number(row, "max_drawdown"), metrics.MaxDrawdown, "drawdown", 1e-6);
        Assert.Equal(golden.Number(row, "closed_trades"), metrics.ClosedTrades);
        Near.Equal(golden.Number(row, "win_rate"), metrics.WinRate, "win rate");
    }
}
