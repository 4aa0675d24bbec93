using Backtest.Engine.Statistics.Pooling;
using Backtest.Storage.Results;
using static Backtest.Storage.Results.ColumnOrder;
using static Backtest.Storage.Results.ResultColumnKind;

namespace Backtest.Storage.Pooling;

/// <summary>The columns of a study's pooled results.</summary>
public sealed class PooledColumns
{
    /// <summary>The name of the score.</summary>
    public const string Score = "score";

    private static readonly PooledColumn[] Figures =
    [
        .. PooledMetric.All.Select(metric => new PooledColumn(
            metric.Name, metric.WholeNumber ? Whole : Real, metric.LargerIsBetter ? LargestFirst : SmallestFirst, set => metric.Of(set.Pool), null)),
    ];

    /// <summary>The columns of a table.</summary>
    public PooledColumns(ResultTable table)
    {
        HashSet<string> taken = ["strategy", "symbol", Score, .. Figures.Select(column => column.Name)];
        Parameters = [.. table.Columns.Parameters.Select(column => Parameter(column, taken))];
        BeforeScore =
        [
            new("strategy", ResultColumnKind.Text, SmallestFirst, null, set => set.First.Strategy),
            .. Parameters,
            new("symbol", ResultColumnKind.Text, SmallestFirst, null, set => set.First.Symbol),
            .. Figures,
        ];
        All = [.. BeforeScore, new(Score, Real, LargestFirst, set => set.Score, null)];
    }

    /// <summary>The parameters.</summary>
    public IReadOnlyList<PooledColumn> Parameters { get; }

    /// <summary>All columns but the score, which depends on what the others choose.</summary>
    public IReadOnlyList<PooledColumn> BeforeScore { get; }

    /// <summary>All columns, in order.</summary>
    public IReadOnlyList<PooledColumn> All { get; }

    /// <summary>The column of a name; null where there is none.</summary>
    public PooledColumn? Find(string name) => All.FirstOrDefault(column => column.Name == name);

    private static PooledColumn Parameter(ResultColumn column, HashSet<string> taken)
    {
        var name = column.Name;
        while (!taken.Add(name)) name = "parameter_" + name;
        return column.Kind == ResultColumnKind.Text
            ? new PooledColumn(name, column.Kind, column.Order, null, set => column.Text(set.First), IsParameter: true)
            : new PooledColumn(name, column.Kind, column.Order, set => column.Number(set.First), null, IsParameter: true);
    }
}
