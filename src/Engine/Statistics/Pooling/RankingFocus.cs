namespace Backtest.Engine.Statistics.Pooling;

/// <summary>What a ranking of parameter sets looks for: figures with weights.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Weights">The weight of each figure; negative where less is better. Drawdowns and losses are negative numbers,
/// so that more is better.</param>
/// <remarks>Score of a set = sum over the figures of weight x (value - least) / (greatest - least), least and greatest over the sets that are
/// compared; a figure that is undefined, or the same in all sets, adds nothing. The weights are those of investing-algorithm-framework 9.0; its
/// figures by month, and the duration of trades, are not recorded and have no weight here; its share of winning trades is the win rate, whose weight
/// it adds to; its averages of trades in percent are those in currency here, which differ by one factor for all sets.</remarks>
public sealed record RankingFocus(string Name, IReadOnlyList<(string Metric, double Weight)> Weights)
{
    /// <summary>All of them; the first one is the usual one.</summary>
    public static IReadOnlyList<RankingFocus> All { get; } =
    [
        new("balanced",
        [
            ("total_return", 2), ("cagr", 1.5), ("expectancy", 1), ("sharpe", 2), ("sortino", 1.5), ("calmar", 1), ("profit_factor", 1.5),
            ("max_drawdown", 1.5), ("max_drawdown_bars", -0.5), ("volatility", -0.8), ("win_rate", 1.5), ("payoff_ratio", 1), ("trades", 0.8),
            ("exposure", 0.5), ("trades_per_year", 0.3), ("consistency", 1.5), ("stability", 1.5),
        ]),
        new("profit",
        [
            ("total_return", 3), ("cagr", 2.5), ("net_gain", 2), ("expectancy", 1.5), ("average_win", 1), ("win_rate", 2 + 1), ("profit_factor", 2),
            ("sharpe", 1), ("max_drawdown", 1), ("trades", 0.5), ("consistency", 1), ("stability", 1),
        ]),
        new("frequency",
        [
            ("trades", 3), ("trades_per_year", 2.5), ("exposure", 2), ("expectancy", 2), ("win_rate", 2.5 + 1), ("total_return", 1.5),
            ("payoff_ratio", 1.5), ("max_drawdown", 1.5), ("sharpe", 1), ("profit_factor", 1.2), ("consistency", 1), ("stability", 1),
        ]),
        new("risk-adjusted",
        [
            ("sharpe", 3), ("sortino", 2.5), ("calmar", 2), ("max_drawdown", 3), ("max_drawdown_bars", -1.5), ("volatility", -2),
            ("win_rate", 2 + 1), ("payoff_ratio", 1.5), ("expectancy", 1.5), ("total_return", 1), ("profit_factor", 1.8), ("trades", 0.5),
            ("average_loss", 1), ("consistency", 2.5), ("stability", 2.5),
        ]),
    ];

    /// <summary>The focus of a name, in capitals or not, with <c>-</c>, <c>_</c> or a blank between words; null where there is none.</summary>
    public static RankingFocus? Find(string name)
    {
        var wanted = name.Trim().Replace('_', '-').Replace(' ', '-');
        return All.FirstOrDefault(focus => string.Equals(focus.Name, wanted, StringComparison.OrdinalIgnoreCase));
    }
}
