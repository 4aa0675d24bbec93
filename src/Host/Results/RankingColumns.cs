using System.Globalization;
using Backtest.Engine.Studies;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;

namespace Backtest.Host.Results;

/// <summary>The columns of a ranking: what was tested, and the most telling metrics.</summary>
internal static class RankingColumns
{
    /// <summary>Hexadecimal digits of a key that are shown; <c>backtest show</c> takes them.</summary>
    public const int KeyDigits = 8;

    private const int Wanted = 2;

    /// <summary>Metrics in the order of the ranking, each with its priority.</summary>
    private static readonly (string Name, int Priority)[] Metrics =
    [
        ("total_return", 4), ("cagr", 8), ("sharpe", 3), ("max_drawdown", 5), ("trades", 9), ("win_rate", 10), ("final_equity", 11),
    ];

    /// <summary>The columns of a ranking, each with the text of a rank, counted from 1, and its row.</summary>
    /// <param name="table">The results.</param>
    /// <param name="positions">The rows of the ranking.</param>
    /// <param name="sort">The column that it is sorted by; null for none.</param>
    /// <param name="provenance">Whether to show who computed each row, and when.</param>
    public static IEnumerable<(PlainColumn Column, Func<int, ResultRow, string> Text)> Of(
        ResultTable table, IReadOnlyList<int> positions, string? sort, bool provenance)
    {
        yield return (new PlainColumn("#", 0, true), (rank, _) => MetricText.Count(rank));
        yield return (new PlainColumn("key", 1), (_, row) => row.Key.ToString()[..KeyDigits]);
        if (positions.Any(position => table[position].Status != ResultStatus.Done))
            yield return (new PlainColumn("status", 1), (_, row) => row.Status.Name());
        foreach (var column in Subject(table)) yield return column;
        if (sort is not null && !IsShown(table, sort)) yield return Shown(table.Columns.Find(sort)!, Wanted);
        foreach (var (name, priority) in Metrics) yield return Shown(table.Columns.Find(name)!, name == sort ? Wanted : priority);
        if (!provenance) yield break;
        foreach (var column in table.Columns.WithProvenance.Skip(table.Columns.All.Count)) yield return Shown(column, Wanted);
    }

    /// <summary>What was tested: only what differs within the study.</summary>
    private static IEnumerable<(PlainColumn Column, Func<int, ResultRow, string> Text)> Subject(ResultTable table)
    {
        var definition = table.Plan.Study.Definition;
        if (definition.Strategies.Count > 1)
        {
            yield return (new PlainColumn("strategy", Wanted), (_, row) => PrintableText.Of(row.Strategy));
            yield return (new PlainColumn("parameters", Wanted), (_, row) => PrintableText.Of(row.ParameterText));
        }
        else
        {
            foreach (var column in table.Columns.Parameters) yield return Shown(column, Wanted);
        }

        if (definition.DataSources.Count > 1) yield return (new PlainColumn("symbol", 6), (_, row) => PrintableText.Of(row.Symbol));
        if (table.Plan.Windows.Count > 1) yield return (new PlainColumn("window", 7), (_, row) => row.Window);
    }

    private static bool IsShown(ResultTable table, string sort) =>
        sort is "index" or "key" or "status" or "strategy" or "symbol" or "window"
        || Metrics.Any(metric => metric.Name == sort)
        || table.Columns.Parameters.Any(column => column.Name == sort);

    private static (PlainColumn Column, Func<int, ResultRow, string> Text) Shown(ResultColumn column, int priority) =>
        (new PlainColumn(column.Name, priority, column.Kind != ResultColumnKind.Text), (_, row) => Text(column, row));

    private static string Text(ResultColumn column, ResultRow row)
    {
        if (column.Kind == ResultColumnKind.Text) return PrintableText.Of(column.Text(row) ?? MetricText.Undefined);
        var number = column.Number(row);
        return column.IsParameter && !double.IsNaN(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : MetricText.Of(column.Name, number, column.Kind == ResultColumnKind.Whole);
    }
}
