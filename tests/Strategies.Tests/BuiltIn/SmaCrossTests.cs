using System.Globalization;
using Backtest.Engine.Execution;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.BuiltIn;

/// <summary>The SMA cross against vectorbt 1.1.0, to 1e-9: every metric of thirteen pairs, every trade, every bar of three equity curves.</summary>
public sealed class SmaCrossTests
{
    [Theory]
    [InlineData("sp500-nextopen-fill-long.csv", FillTime.NextOpen)]
    [InlineData("sp500-close-fill-long.csv", FillTime.Close)]
    public void MetricsEqualVectorbt(string file, FillTime fill)
    {
        var golden = GoldenTable.Read(file);
        Assert.Equal(13, golden.Count);
        for (var row = 0; row < golden.Count; row++)
        {
            var (fast, slow) = (golden.Number(row, "fast"), golden.Number(row, "slow"));
            var metrics = GoldenRuns.Run("sma-cross", fill, ("fast", fast), ("slow", slow)).Metrics;

            void Check(string column, double actual) => Near.Equal(
                golden.Number(row, column), actual, string.Create(CultureInfo.InvariantCulture, $"{column} of {fast}/{slow}"));
            Check("total_return", metrics.TotalReturn);
            Check("cagr", metrics.Cagr);
            Check("volatility", metrics.Volatility);
            Check("sharpe", metrics.Sharpe);
            Check("sortino", metrics.Sortino);
            Check("calmar", metrics.Calmar);
            Check("max_drawdown", metrics.MaxDrawdown);
            Check("trades", metrics.Trades);
            Check("closed_trades", metrics.ClosedTrades);
            Check("win_rate", metrics.WinRate);
            Check("profit_factor_closed", metrics.ProfitFactor);
            Check("fees_paid", metrics.FeesPaid);
            Check("final_equity", metrics.FinalEquity);
        }
    }

    [Theory]
    [InlineData("sp500-nextopen-fill-long-trades.csv", FillTime.NextOpen)]
    [InlineData("sp500-close-fill-long-trades.csv", FillTime.Close)]
    public void TradesEqualVectorbt(string file, FillTime fill)
    {
        var golden = GoldenTable.Read(file);
        foreach (var pair in Enumerable.Range(0, golden.Count).GroupBy(row => (golden.Number(row, "fast"), golden.Number(row, "slow"))))
        {
            var trades = GoldenRuns.Run("sma-cross", fill, ("fast", pair.Key.Item1), ("slow", pair.Key.Item2)).Trades;

            Assert.Equal(pair.Count(), trades.Count);
            foreach (var (row, trade) in pair.Zip(trades))
            {
                Assert.Equal(Date(golden.Text(row, "entry_time")), Opened(trade.EntryBar));
                Near.Equal(golden.Number(row, "entry_price"), trade.EntryPrice, "entry price");
                Near.Equal(golden.Number(row, "size"), trade.Quantity, "size");
                if (golden.Text(row, "status") != "closed") continue;
                Assert.Equal(Date(golden.Text(row, "exit_time")), Opened(trade.ExitBar));
                Near.Equal(golden.Number(row, "exit_price"), trade.ExitPrice, "exit price");
                Near.Equal(golden.Number(row, "pnl"), trade.NetResult, "result");
            }
        }
    }

    [Theory]
    [InlineData(20, 50)]
    [InlineData(10, 100)]
    [InlineData(50, 200)]
    public void EquityEqualsVectorbtAtEveryBar(int fast, int slow)
    {
        var golden = GoldenTable.Read("sp500-nextopen-equity-3sets.csv");

        var equity = GoldenRuns.Run("sma-cross", FillTime.NextOpen, ("fast", fast), ("slow", slow)).Equity;

        Near.Equal(golden.Column($"value_{fast}_{slow}"), equity, "equity");
    }

    [Fact]
    public void TheResultEqualsThatOfBacktestingPyToItsRounding()
    {
        var golden = GoldenTable.Read("sp500-backtestingpy-nextopen.csv");
        var row = Enumerable.Range(0, golden.Count).Single(row => golden.Text(row, "variant") == "sma-20-50-long");

        var metrics = GoldenRuns.Run("sma-cross", FillTime.NextOpen, ("fast", 20), ("slow", 50)).Metrics;

        Near.Equal(golden.Number(row, "total_return"), metrics.TotalReturn, "total return", 1e-6);
        Near.Equal(golden.Number(row, "max_drawdown"), metrics.MaxDrawdown, "drawdown", 1e-6);
        Assert.Equal(golden.Number(row, "closed_trades"), metrics.ClosedTrades);
        Near.Equal(golden.Number(row, "win_rate"), metrics.WinRate, "win rate");
    }

    private static DateTime Date(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Opened(int bar) => new DateTime(Sp500.Bars.CloseTimes[bar]).AddDays(-1);
}
