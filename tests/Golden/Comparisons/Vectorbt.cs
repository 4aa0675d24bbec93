using System.Globalization;
using Backtest.Engine.Execution;

namespace Backtest.Goldens;

/// <summary>Compares runs of the SMA cross with files of vectorbt 1.1.0.</summary>
internal static class Vectorbt
{
    private const int Pairs = 13;

    private static readonly (string Column, Func<Engine.Statistics.Metrics, double> Value)[] Columns =
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

    /// <summary>The metrics of all pairs of a file.</summary>
    /// <param name="deviations">Keeps how far apart they are.</param>
    /// <param name="file">The file.</param>
    /// <param name="run">Runs a pair.</param>
    /// <param name="tolerance">Infinite for a file that is known to differ.</param>
    public static void Metrics(
        Deviations deviations, string file, Func<double, double, Engine.Statistics.Metrics> run, double tolerance = Deviations.Usual)
    {
        var golden = GoldenTable.Read(file);
        if (golden.Count != Pairs) throw new InvalidOperationException($"{file} has {golden.Count} rows instead of {Pairs}");
        for (var row = 0; row < golden.Count; row++)
        {
            var (fast, slow) = (golden.Number(row, "fast"), golden.Number(row, "slow"));
            var metrics = run(fast, slow);
            foreach (var (column, value) in Columns) Check(column, value(metrics));
            // A reversal is one order of vectorbt's and two trades.
            if (!file.EndsWith("-both.csv", StringComparison.Ordinal)) Check("orders", metrics.Trades + metrics.ClosedTrades);

            void Check(string column, double actual) => deviations.Near(
                golden.Number(row, column), actual, string.Create(CultureInfo.InvariantCulture, $"{column} of {fast}/{slow}"), tolerance);
        }
    }

    /// <summary>The metrics of shorts. vectorbt's file opens a short where the fast average crosses above. Here an exit signal does, so the
    /// averages are exchanged.</summary>
    public static void ShortMetrics(Deviations deviations) => Metrics(
        deviations,
        "sp500-close-fill-short.csv",
        (fast, slow) => GoldenRuns.Cross(Direction.Short, FillTime.Close, fast: slow, slow: fast).Metrics);

    /// <summary>All trades of a file.</summary>
    public static void Trades(Deviations deviations, string file, Func<double, double, IReadOnlyList<Trade>> run)
    {
        var golden = GoldenTable.Read(file);
        foreach (var pair in Enumerable.Range(0, golden.Count).GroupBy(row => (golden.Number(row, "fast"), golden.Number(row, "slow"))))
        {
            var trades = run(pair.Key.Item1, pair.Key.Item2);
            deviations.Same(pair.Count(), trades.Count, "trades");
            foreach (var (row, trade) in pair.Zip(trades)) CheckTrade(deviations, golden, row, trade);
        }
    }

    /// <summary>Equity at every bar.</summary>
    public static void Equity(Deviations deviations, int fast, int slow) => deviations.Near(
        GoldenTable.Read("sp500-nextopen-equity-3sets.csv").Column($"value_{fast}_{slow}"),
        GoldenRuns.Run("sma-cross", FillTime.NextOpen, ("fast", fast), ("slow", slow)).Equity,
        "equity");

    private static void CheckTrade(Deviations deviations, GoldenTable golden, int row, Trade trade)
    {
        deviations.Same(golden.Day(row, "entry_time"), Sp500.Opened(trade.EntryBar), "entry");
        deviations.Near(golden.Number(row, "entry_price"), trade.EntryPrice, "entry price");
        deviations.Near(golden.Number(row, "size"), golden.Text(row, "direction") == "long" ? trade.Quantity : -trade.Quantity, "size");
        deviations.Near(golden.Number(row, "entry_fees"), trade.EntryFee, "entry fee");
        deviations.Same(golden.Text(row, "status") == "open", trade.IsOpen, "open");
        if (trade.IsOpen) return;
        deviations.Same(golden.Day(row, "exit_time"), Sp500.Opened(trade.ExitBar), "exit");
        deviations.Near(golden.Number(row, "exit_price"), trade.ExitPrice, "exit price");
        deviations.Near(golden.Number(row, "exit_fees"), trade.ExitFee, "exit fee");
        deviations.Near(golden.Number(row, "pnl"), trade.NetResult, "result");
    }
}
