using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;

namespace Backtest.Storage.Results.Selection;

/// <summary>The out-of-sample windows of what was chosen, one after the other, as one account that is reinvested: each window goes on with the equity
/// that the one before it ended with. Computed again from the chosen backtests.</summary>
/// <param name="Times">When each bar closes, in UTC ticks.</param>
/// <param name="Equity">Equity at each close.</param>
/// <param name="Metrics">The metrics of the whole; those of trades are not defined for it.</param>
public sealed record StitchedEquity(IReadOnlyList<long> Times, IReadOnlyList<double> Equity, Metrics Metrics)
{
    /// <summary>Stitches windows.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="windows">Indices of the chosen backtests, in the order of time; one or more.</param>
    /// <exception cref="Exception">What a strategy throws.</exception>
    public static StitchedEquity Of(Plan plan, IReadOnlyList<long> windows)
    {
        var runner = new BacktestRunner(plan, new ColumnCache());
        var account = plan.Accounts[runner.Read(windows[0]).DataSet];
        List<long> times = [];
        List<double> equity = [];
        var curve = new EquityFold(account.Capital, account.RiskFreePerBar, 0);
        foreach (var index in windows)
        {
            var (backtest, _, own) = runner.Replay(index);
            var scale = (equity.Count == 0 ? account.Capital : equity[^1]) / account.Capital;
            var closes = backtest.Slice.CloseTimes[backtest.Slice.First..];
            for (var bar = 0; bar < own.Length; bar++)
            {
                times.Add(closes[bar]);
                equity.Add(own[bar] * scale);
                curve.Mark(own[bar] * scale);
            }
        }

        var metrics = Metrics.Of(in curve, default, account) with { Exposure = double.NaN, FeesPaid = double.NaN, Turnover = double.NaN };
        return new StitchedEquity(times, equity, metrics);
    }

    /// <summary>The paths through the data that choices make: walk-forward windows make one; of a combinatorial cross-validation each path has every
    /// group once (López de Prado 2018, chapter 12: Groups over Test choices, times Test / Groups paths).</summary>
    /// <param name="choices">The choices of one data set.</param>
    /// <returns>Indices of backtests, a list a path; only paths that are complete.</returns>
    public static IReadOnlyList<IReadOnlyList<long>> Paths(IReadOnlyList<FoldChoice> choices)
    {
        var byWindow = choices.SelectMany(choice => choice.Fold.OutOfSample.Zip(choice.OutOfSample))
            .GroupBy(pair => pair.First, pair => pair.Second).OrderBy(group => group.Key).Select(group => group.ToArray()).ToArray();
        if (byWindow.Length == 0) return [];
        var count = byWindow.Min(rows => rows.Length);
        return [.. Enumerable.Range(0, count).Select(path => byWindow.Select(rows => rows[path].Index).ToArray())];
    }
}
