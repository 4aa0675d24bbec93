using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using static Backtest.Storage.Results.ColumnOrder;
using static Backtest.Storage.Results.ResultColumnKind;

namespace Backtest.Storage.Results;

/// <summary>The columns of a study's results, in the order of the contract.</summary>
public sealed class ResultColumns
{
    private static readonly ResultColumn[] BeforeParameters =
    [
        new("index", Whole, SmallestFirst, row => row.Index),
        new("key", row => row.Key.ToString()),
        new("status", row => row.Status.Name()),
        new("strategy", row => row.Strategy),
    ];

    private static readonly ResultColumn[] AfterParameters =
    [
        new("symbol", row => row.Symbol),
        new("window", row => row.Window),
        new("from", row => row.From),
        new("to", row => row.To),
        Metric("bars", Whole, LargestFirst, metrics => metrics.Bars),
        Metric("total_return", Real, LargestFirst, metrics => metrics.TotalReturn),
        Metric("cagr", Real, LargestFirst, metrics => metrics.Cagr),
        Metric("volatility", Real, SmallestFirst, metrics => metrics.Volatility),
        Metric("sharpe", Real, LargestFirst, metrics => metrics.Sharpe),
        Metric("sortino", Real, LargestFirst, metrics => metrics.Sortino),
        Metric("calmar", Real, LargestFirst, metrics => metrics.Calmar),
        Metric("max_drawdown", Real, LargestFirst, metrics => metrics.MaxDrawdown),
        Metric("max_drawdown_bars", Whole, SmallestFirst, metrics => metrics.MaxDrawdownBars),
        Metric("trades", Whole, LargestFirst, metrics => metrics.Trades),
        Metric("closed_trades", Whole, LargestFirst, metrics => metrics.ClosedTrades),
        Metric("win_rate", Real, LargestFirst, metrics => metrics.WinRate),
        Metric("profit_factor", Real, LargestFirst, metrics => metrics.ProfitFactor),
        Metric("expectancy", Real, LargestFirst, metrics => metrics.Expectancy),
        Metric("exposure", Real, LargestFirst, metrics => metrics.Exposure),
        Metric("turnover", Real, SmallestFirst, metrics => metrics.Turnover),
        Metric("fees_paid", Real, SmallestFirst, metrics => metrics.FeesPaid),
        Metric("final_equity", Real, LargestFirst, metrics => metrics.FinalEquity),
        new("hash", row => row.Result.Hash.ToString()),
        new("error", row => row.Error?.ToString()),
    ];

    private static readonly ResultColumn[] Provenance =
    [
        new("attempts", Whole, SmallestFirst, row => row.Provenance.Attempt),
        new("worker", row => row.Provenance.Worker),
        new("node", row => row.Provenance.Node),
        new("recorded_at", row => BarTimes.Text(row.RecordedAt)),
    ];

    /// <summary>The columns of a study.</summary>
    public ResultColumns(Study study)
    {
        Parameters = ParameterColumns.Of(study, [.. BeforeParameters.Concat(AfterParameters).Concat(Provenance).Select(column => column.Name)]);
        All = [.. BeforeParameters, .. Parameters, .. AfterParameters];
        WithProvenance = [.. All, .. Provenance];
    }

    /// <summary>The columns of the parameters: the union over the strategies, in order of first appearance.</summary>
    public IReadOnlyList<ResultColumn> Parameters { get; }

    /// <summary>The columns of an export.</summary>
    public IReadOnlyList<ResultColumn> All { get; }

    /// <summary>The same, then who computed each row, and when: no part of the hash, and different from run to run.</summary>
    public IReadOnlyList<ResultColumn> WithProvenance { get; }

    /// <summary>The column of a name; null where there is none.</summary>
    public ResultColumn? Find(string name) => WithProvenance.FirstOrDefault(column => column.Name == name);

    /// <summary>A backtest that is not done has no metrics, also where a count of it would be zero.</summary>
    private static ResultColumn Metric(string name, ResultColumnKind kind, ColumnOrder order, Func<Metrics, double> number) =>
        new(name, kind, order, row => row.Status == ResultStatus.Done ? number(row.Metrics) : double.NaN);
}
