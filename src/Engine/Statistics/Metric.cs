namespace Backtest.Engine.Statistics;

/// <summary>A metric under the name of its result column.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="WholeNumber">Whether it counts something.</param>
/// <param name="LargerIsBetter">Whether of two values the larger is the better; else the smaller.</param>
/// <param name="Of">Its value; NaN where it is undefined.</param>
public sealed record Metric(string Name, bool WholeNumber, bool LargerIsBetter, Func<Metrics, double> Of)
{
    /// <summary>All of them, in the order of their columns.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new("bars", true, true, metrics => metrics.Bars),
        new("total_return", false, true, metrics => metrics.TotalReturn),
        new("cagr", false, true, metrics => metrics.Cagr),
        new("volatility", false, false, metrics => metrics.Volatility),
        new("sharpe", false, true, metrics => metrics.Sharpe),
        new("sortino", false, true, metrics => metrics.Sortino),
        new("calmar", false, true, metrics => metrics.Calmar),
        new("max_drawdown", false, true, metrics => metrics.MaxDrawdown),
        new("max_drawdown_bars", true, false, metrics => metrics.MaxDrawdownBars),
        new("trades", true, true, metrics => metrics.Trades),
        new("closed_trades", true, true, metrics => metrics.ClosedTrades),
        new("win_rate", false, true, metrics => metrics.WinRate),
        new("profit_factor", false, true, metrics => metrics.ProfitFactor),
        new("expectancy", false, true, metrics => metrics.Expectancy),
        new("exposure", false, true, metrics => metrics.Exposure),
        new("turnover", false, false, metrics => metrics.Turnover),
        new("fees_paid", false, false, metrics => metrics.FeesPaid),
        new("final_equity", false, true, metrics => metrics.FinalEquity),
    ];

    /// <summary>The metric of a name; null where there is none.</summary>
    public static Metric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);

    /// <summary>Its value where larger is better, so that values of all metrics compare alike; NaN where it is undefined.</summary>
    public double Merit(in Metrics metrics) => LargerIsBetter ? Of(metrics) : -Of(metrics);
}
