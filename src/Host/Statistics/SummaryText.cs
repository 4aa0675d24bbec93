using System.Globalization;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Storage.Pooling;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;
using Spectre.Console;

namespace Backtest.Host.Statistics;

/// <summary>Shows pooled results to a person: a ranking of parameter sets.</summary>
internal static class SummaryText
{
    private static readonly (string Name, int Priority)[] Figures =
    [
        (PooledColumns.Score, 2), ("total_return", 3), ("cagr", 7), ("sharpe", 3), ("max_drawdown", 5),
        ("trades", 9), ("win_rate", 10), ("profit_factor", 11), ("consistency", 6), ("stability", 6),
    ];

    /// <summary>Writes a ranking to standard output.</summary>
    public static void Write(Shell shell, PooledSelection selection, PooledQuery query)
    {
        var (table, console) = (selection.Table, shell.OutputConsole);
        console.WriteLine(Title(selection, query));
        if (selection.Positions.Count == 0) return;
        var columns = Columns(table, query.Sort).ToArray();
        var rows = selection.Sets().Select((set, at) => columns.Select(column => column.Text(at + 1, set)).ToArray());
        PlainTable.Write(console, [.. columns.Select(column => column.Column)], [.. rows]);
    }

    private static string Title(PooledSelection selection, PooledQuery query)
    {
        var table = selection.Table;
        var of = selection.Matching == table.Count
            ? $"{MetricText.Count(table.Count)} parameter sets"
            : $"{MetricText.Count(selection.Matching)} that match, of {MetricText.Count(table.Count)} parameter sets";
        var windows = table.PooledCount == 1 ? "one window" : $"{MetricText.Count(table.PooledCount)} windows";
        return $"{table.Results.Plan.Study.Definition.Name}: {MetricText.Count(selection.Positions.Count)} of {of} over {windows}, by {query.Sort}, "
            + $"focus {query.Focus.Name}";
    }

    private static IEnumerable<(PlainColumn Column, Func<int, PooledSet, string> Text)> Columns(PooledTable table, string sort)
    {
        var definition = table.Results.Plan.Study.Definition;
        yield return (new PlainColumn("#", 0, true), (rank, _) => MetricText.Count(rank));
        if (definition.Strategies.Count > 1)
        {
            yield return (new PlainColumn("strategy", 1), (_, set) => PrintableText.Of(set.First.Strategy));
            yield return (new PlainColumn("parameters", 1), (_, set) => PrintableText.Of(set.First.ParameterText));
        }
        else
        {
            foreach (var column in table.Columns.Parameters) yield return Shown(column, 1);
        }

        if (definition.DataSources.Count > 1) yield return (new PlainColumn("symbol", 2), (_, set) => PrintableText.Of(set.First.Symbol));
        if (!Figures.Any(figure => figure.Name == sort) && table.Columns.Find(sort) is { IsParameter: false } wanted) yield return Shown(wanted, 1);
        yield return (new PlainColumn("profitable", 4, true), (_, set) => $"{set.Pool.ProfitableWindows} of {set.Pool.Windows}");
        foreach (var (name, priority) in Figures) yield return Shown(table.Columns.Find(name)!, name == sort ? 1 : priority);
    }

    private static (PlainColumn Column, Func<int, PooledSet, string> Text) Shown(PooledColumn column, int priority) =>
        (new PlainColumn(column.Name, priority, column.Kind != ResultColumnKind.Text), (_, set) => Text(column, set));

    private static string Text(PooledColumn column, PooledSet set)
    {
        if (column.Text is { } text) return PrintableText.Of(text(set) ?? MetricText.Undefined);
        var number = column.Number!(set);
        return column.IsParameter && !double.IsNaN(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : MetricText.Of(column.Name, number, column.Kind == ResultColumnKind.Whole);
    }
}
