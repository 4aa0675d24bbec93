using Backtest.Engine.Market;
using Backtest.Engine.Statistics.TearSheets;

namespace Backtest.Storage.Results;

/// <summary>The tear sheet of a replayed backtest.</summary>
public static class ReplayStatistics
{
    /// <summary>Computes it; null where the backtest did not run to its end.</summary>
    /// <param name="replay">The backtest.</param>
    /// <param name="benchmark">The symbol to compare it with; null for its own.</param>
    /// <param name="window">Bars of a rolling window; null for <see cref="TearSheet.DefaultWindow"/>.</param>
    public static TearSheet? Of(Replay replay, BarSeries? benchmark = null, int? window = null)
    {
        if (replay.Inputs is not { } inputs) return null;
        var (slice, account) = inputs;
        var times = slice.CloseTimes[slice.First..].ToArray();
        var curve = new EquityCurve(account.Capital, [.. replay.Equity], times, account.PeriodsPerYear, account.RiskFreePerBar);
        return TearSheet.Of(
            curve,
            replay.Now.Metrics,
            [.. replay.Trades.Select(trade => trade.Trade)],
            slice,
            account.Fill,
            BenchmarkCurve.Of(benchmark ?? slice.Series, times),
            window);
    }
}
