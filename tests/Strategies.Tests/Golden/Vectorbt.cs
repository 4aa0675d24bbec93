using System.Globalization;
using Backtest.Engine.Execution;
using Backtest.Engine.Statistics;

namespace Backtest.Strategies.Tests.Golden;

/// <summary>Compares runs of the SMA cross with files of vectorbt 1.1.0, to 1e-9.</summary>
internal static class Vectorbt
{
    private static readonly (string Column, Func<Metrics, double> Value)[] Columns =
    [
        ("total_return", metrics => metrics.TotalReturn),
        ("cagr", metrics => metrics.Cagr),
        ("volatility", metrics => metrics.Volatility),
        ("sharpe", metrics => metrics.Sharpe),
        ("sortino", metrics => metrics.Sortino),
        ("calmar", metrics => metrics.Calmar),
        ("max_drawdown", metrics => metrics.MaxDrawdown),
        ("trades", metrics => metrics.Trades),
        ("closed_trades", metrics => metrics.ClosedTrades),
        ("win_rate", metrics => metrics.WinRate),
        ("profit_factor_closed", metrics => metrics.ProfitFactor),
        ("fees_paid", metrics => metrics.FeesPaid),
        ("final_equity", metrics => metrics.FinalEquity),
    ];

    /// <summary>The pairs of a file that are not in <paramref name="differing"/> have equal metrics.</summary>
    public static void MetricsEqual(string file, Func<double, double, Metrics> run, params (double, double)[] differing)
    {
        var golden = GoldenTable.Read(file);
        Assert.Equal(13, golden.Count);
        for (var row = 0; row < golden.Count; row++)
        {
            var (fast, slow) = (golden.Number(row, "fast"), golden.Number(row, "slow"));
            if (differing.Contains((fast, slow))) continue;
            var metrics = run(fast, slow);
            foreach (var (column, value) in Columns)
                Near.Equal(golden.Number(row, column), value(metrics), string.Create(CultureInfo.InvariantCulture, $"{column} of {fast}/{slow}"));
        }
    }

    /// <summary>All trades of a file are equal.</summary>
    public static void TradesEqual(string file, Func<double, double, IReadOnlyList<Trade>> run)
    {
        var golden = GoldenTable.Read(file);
        foreach (var pair in Enumerable.Range(0, golden.Count).GroupBy(row => (golden.Number(row, "fast"), golden.Number(row, "slow"))))
        {
            var trades = run(pair.Key.Item1, pair.Key.Item2);

            Assert.Equal(pair.Count(), trades.Count);
            foreach (var (row, trade) in pair.Zip(trades)) TradeEquals(golden, row, trade);
        }
    }

    private static void TradeEquals(GoldenTable golden, int row, Trade trade)
    {
        Assert.Equal(Date(golden.Text(row, "entry_time")), Sp500.Opened(trade.EntryBar));
        Near.Equal(golden.Number(row, "entry_price"), trade.EntryPrice, "entry price");
        Near.Equal(golden.Number(row, "size"), golden.Text(row, "direction") == "long" ? trade.Quantity : -trade.Quantity, "size");
        Near.Equal(golden.Number(row, "entry_fees"), trade.EntryFee, "entry fee");
        Assert.Equal(golden.Text(row, "status") != "closed", trade.IsOpen);
        if (trade.IsOpen) return;
        Assert.Equal(Date(golden.Text(row, "exit_time")), Sp500.Opened(trade.ExitBar));
        Near.Equal(golden.Number(row, "exit_price"), trade.ExitPrice, "exit price");
        Near.Equal(golden.Number(row, "exit_fees"), trade.ExitFee, "exit fee");
        Near.Equal(golden.Number(row, "pnl"), trade.NetResult, "result");
    }

    private static DateTime Date(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
