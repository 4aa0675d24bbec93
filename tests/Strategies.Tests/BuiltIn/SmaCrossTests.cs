using System.Globalization;
using Backtest.Engine.Execution;
using Backtest.Engine.Tests.Examples;
using Backtest.Strategies.Tests.Examples;
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
            Check("orders", metrics.Trades + metrics.ClosedTrades);
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
                Assert.Equal(Date(golden.Text(row, "entry_time")), Sp500.Opened(trade.EntryBar));
                Near.Equal(golden.Number(row, "entry_price"), trade.EntryPrice, "entry price");
                Near.Equal(golden.Number(row, "size"), trade.Quantity, "size");
                Near.Equal(golden.Number(row, "entry_fees"), trade.EntryFee, "entry fee");
                Assert.Equal(golden.Text(row, "status") == "open", trade.IsOpen);
                if (trade.IsOpen) continue;
                Assert.Equal(Date(golden.Text(row, "exit_time")), Sp500.Opened(trade.ExitBar));
                Near.Equal(golden.Number(row, "exit_price"), trade.ExitPrice, "exit price");
                Near.Equal(golden.Number(row, "exit_fees"), trade.ExitFee, "exit fee");
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

    /// <summary>The averages of one and of two bars: equal at bar 3, so the side is still that of bar 2.</summary>
    [Fact]
    public void ItIsInAtACrossAboveAndOutAtACrossBelow()
    {
        var signals = Decisions.Of("sma-cross", ExampleBars.Of(10, 9, 8, 8, 9, 10, 9), 1, 2);

        Assert.Equal([4], signals.Entries.Bars());
        Assert.Equal([6], signals.Exits.Bars());
    }

    private static DateTime Date(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
