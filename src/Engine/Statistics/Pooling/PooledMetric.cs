namespace Backtest.Engine.Statistics.Pooling;

/// <summary>A figure of one parameter set over all its windows, under the name of its column.</summary>
/// <param name="Name">The column's name. One that is a result column's too has its unit.</param>
/// <param name="WholeNumber">Whether it counts something.</param>
/// <param name="LargerIsBetter">Whether of two values the larger is the better; else the smaller.</param>
/// <param name="Of">Its value; NaN where it is undefined.</param>
public sealed record PooledMetric(string Name, bool WholeNumber, bool LargerIsBetter, Func<WindowPool, double> Of)
{
    /// <summary>All of them, in the order of their columns.</summary>
    public static IReadOnlyList<PooledMetric> All { get; } = [.. Counts(), .. Returns(), .. Trading(), .. Scores()];

    /// <summary>The figure of a name; null where there is none.</summary>
    public static PooledMetric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);

    private static PooledMetric[] Counts() =>
    [
        new("windows", true, true, pool => pool.Windows),
        new("failed_windows", true, false, pool => pool.FailedWindows),
        new("profitable_windows", true, true, pool => pool.ProfitableWindows),
        new("traded_windows", true, true, pool => pool.TradedWindows),
        new("bars", true, true, pool => pool.Bars),
    ];

    private static PooledMetric[] Returns() =>
    [
        new("net_gain", false, true, pool => pool.Windows > 0 ? pool.NetGain : double.NaN),
        new("total_return", false, true, pool => pool.NetGain / pool.Capital),
        new("worst_return", false, true, pool => pool.WorstReturn),
        MeanOf("cagr"),
        MeanOf("volatility"),
        MeanOf("sharpe"),
        MeanOf("sortino"),
        MeanOf("calmar"),
        new("max_drawdown", false, true, pool => pool.WorstDrawdown),
        new("max_drawdown_bars", true, false, pool => pool.Windows > 0 ? pool.LongestDrawdown : double.NaN),
    ];

    private static PooledMetric[] Trading() =>
    [
        new("trades", true, true, pool => pool.Windows > 0 ? pool.Trades : double.NaN),
        new("closed_trades", true, true, pool => pool.Windows > 0 ? pool.ClosedTrades : double.NaN),
        new("trades_per_year", false, true, pool => pool.Years > 0 ? pool.Trades / pool.Years : double.NaN),
        new("win_rate", false, true, pool => pool.Won / pool.ClosedTrades),
        new("profit_factor", false, true, pool => pool.GrossLoss < 0 ? pool.GrossProfit / -pool.GrossLoss : double.NaN),
        new("payoff_ratio", false, true, pool => -AverageWin(pool) / AverageLoss(pool)),
        new("expectancy", false, true, pool => pool.ClosedResult / pool.ClosedTrades),
        new("average_win", false, true, AverageWin),
        new("average_loss", false, true, AverageLoss),
        MeanOf("exposure"),
        MeanOf("turnover"),
        new("fees_paid", false, false, pool => pool.Windows > 0 ? pool.Fees : double.NaN),
    ];

    private static PooledMetric[] Scores() =>
    [
        new("return_consistency", false, true, pool => Evenness.Consistency(pool.Returns)),
        new("win_rate_consistency", false, true, pool => Evenness.Consistency(pool.WinRates)),
        new("sharpe_consistency", false, true, pool => Evenness.Consistency(pool.Sharpes)),
        new("consistency", false, true, WindowScores.Consistency),
        new("return_stability", false, true, pool => Evenness.Stability(pool.Returns, Evenness.ReturnSpan)),
        new("win_rate_stability", false, true, pool => Evenness.Stability(pool.WinRates, Evenness.WinRateSpan)),
        new("sharpe_stability", false, true, pool => Evenness.Stability(pool.Sharpes, Evenness.SharpeSpan)),
        new("stability", false, true, WindowScores.Stability),
    ];

    /// <summary>The mean of a metric, weighted by the windows' bars.</summary>
    private static PooledMetric MeanOf(string name)
    {
        var metric = Metric.Find(name)!;
        var at = Metric.All.ToList().IndexOf(metric);
        return new PooledMetric(name, metric.WholeNumber, metric.LargerIsBetter, pool => pool.Mean(at));
    }

    private static double AverageWin(WindowPool pool) => pool.Won > 0 ? pool.GrossProfit / pool.Won : double.NaN;

    /// <summary>What neither won nor lost counts with the lost ones, as the win rate counts it.</summary>
    private static double AverageLoss(WindowPool pool) => pool.ClosedTrades > pool.Won ? pool.GrossLoss / (pool.ClosedTrades - pool.Won) : double.NaN;
}
