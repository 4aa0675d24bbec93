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

    /// <summary>The metrics, in the order of their columns.</summary>
    public static IReadOnlyList<MetricColumn> Metrics { get; } =
    [
        .. Metric.All.Select(metric => new MetricColumn(
            metric.Name, metric.WholeNumber ? Whole : Real, metric.LargerIsBetter ? LargestFirst : SmallestFirst, metric.Of)),
    ];

    private static readonly ResultColumn[] AfterParameters =
    [
        new("symbol", row => row.Symbol),
        new("window", row => row.Window),
        new("from", row => row.From),
        new("to", row => row.To),
        .. Metrics.Select(metric => metric.Column),
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
}
