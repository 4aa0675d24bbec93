using System.Globalization;
using Backtest.Engine.Execution;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.BuiltIn;

/// <summary>Long strategies without stops against backtesting.py, which floors sizes to 1e-8 of a unit: to a millionth of the result, and every
/// closed trade by its bars and prices.</summary>
public sealed class BacktestingPyTests
{
    private const double Rounding = 1e-6;

    [Theory]
    [InlineData("sma-20-50-long", "sma-cross", new[] { "fast", "slow" }, new double[] { 20, 50 })]
    [InlineData("sma-10-100-long", "sma-cross", new[] { "fast", "slow" }, new double[] { 10, 100 })]
    [InlineData("sma-50-200-long", "sma-cross", new[] { "fast", "slow" }, new double[] { 50, 200 })]
    [InlineData("rsi-14-30-70-long", "rsi-reversion", new[] { "period", "lower", "upper" }, new double[] { 14, 30, 70 })]
    public void ResultAndTradesEqualBacktestingPyToItsRounding(string variant, string strategy, string[] names, double[] values)
    {
        var table = GoldenTable.Read("sp500-backtestingpy-nextopen.csv");
        var row = Enumerable.Range(0, table.Count).Single(row => table.Text(row, "variant") == variant);

        var (metrics, _, trades) = GoldenRuns.Run(strategy, FillTime.NextOpen, [.. names.Zip(values)]);

        Near.Equal(table.Number(row, "total_return"), metrics.TotalReturn, "total return", Rounding);
        Near.Equal(table.Number(row, "final_equity"), metrics.FinalEquity, "final equity", Rounding);
        Near.Equal(table.Number(row, "max_drawdown"), metrics.MaxDrawdown, "drawdown", Rounding);
        Near.Equal(table.Number(row, "win_rate"), metrics.WinRate, "win rate");
        Assert.Equal(table.Number(row, "closed_trades"), metrics.ClosedTrades);
        Trade[] closed = [.. trades.Where(trade => !trade.IsOpen)];
        Near.Equal(table.Number(row, "commissions"), closed.Sum(trade => trade.EntryFee + trade.ExitFee), "fees of closed trades", Rounding);
        TradesEqual(variant, closed);
    }

    private static void TradesEqual(string variant, Trade[] trades)
    {
        var table = GoldenTable.Read("sp500-backtestingpy-nextopen-trades.csv");
        var rows = Enumerable.Range(0, table.Count).Where(row => table.Text(row, "variant") == variant).ToArray();
        Assert.Equal(rows.Length, trades.Length);
        foreach (var (row, trade) in rows.Zip(trades))
        {
            Assert.Equal(Date(table.Text(row, "entry_time")), Sp500.Opened(trade.EntryBar));
            Assert.Equal(Date(table.Text(row, "exit_time")), Sp500.Opened(trade.ExitBar));
            Near.Equal(table.Number(row, "entry_price"), trade.EntryPrice, "entry price");
            Near.Equal(table.Number(row, "exit_price"), trade.ExitPrice, "exit price");
            Near.Equal(table.Number(row, "size"), trade.Quantity, "size", Rounding);
            Near.Equal(table.Number(row, "pnl"), trade.NetResult, "result", Rounding);
        }
    }

    private static DateTime Date(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
