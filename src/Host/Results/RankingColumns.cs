using System.Globalization;
using Backtest.Engine.Studies;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;

namespace Backtest.Host.Results;

/// <summary>Chooses the columns of a ranking: the most telling ones that fit.</summary>
internal static class RankingColumns
{
    /// <summary>Hexadecimal digits of a key that are shown; <c>backtest show</c> takes them.</summary>
    public const int KeyDigits = 8;

    private const int BlanksBetween = 2;

    /// <summary>Metrics in the order of the ranking, each with its priority.</summary>
    private static readonly (string Name, int Priority)[] Metrics =
    [
        ("total_return", 4), ("cagr", 8), ("sharpe", 3), ("max_drawdown", 5), ("trades", 9), ("win_rate", 10), ("final_equity", 11),
    ];

    /// <summary>The columns that fit a width, in the order in which they are printed.</summary>
    public static IReadOnlyList<RankingColumn> Choose(ResultTable table, IReadOnlyList<int> positions, string? sort, bool provenance, int width)
    {
        var all = Candidates(table, positions, sort, provenance).ToArray();
        var widths = all.Select(column => Width(column, table, positions)).ToArray();
        var chosen = new bool[all.Length];
        var used = 0;
        foreach (var at in Enumerable.Range(0, all.Length).OrderBy(at => all[at].Priority))
        {
            if (used > 0 && used + widths[at] + BlanksBetween > width) continue;
            used += widths[at] + BlanksBetween;
            chosen[at] = true;
        }

        return [.. all.Where((_, at) => chosen[at])];
    }

    private static IEnumerable<RankingColumn> Candidates(ResultTable table, IReadOnlyList<int> positions, string? sort, bool provenance)
    {
        yield return new RankingColumn("#", 0, true, (rank, _) => MetricText.Count(rank));
        yield return new RankingColumn("key", 1, false, (_, row) => row.Key.ToString()[..KeyDigits]);
        if (positions.Any(position => table[position].Status != ResultStatus.Done))
            yield return new RankingColumn("status", 1, false, (_, row) => row.Status.Name());
        foreach (var column in Subject(table)) yield return column;
        var shown = Metrics.Any(metric => metric.Name == sort) || sort is null or "index" or "key" or "status" or "strategy" or "symbol" or "window"
            || table.Columns.Parameters.Any(column => column.Name == sort);
        if (!shown) yield return Of(table.Columns.Find(sort!)!, 2);
        foreach (var (name, priority) in Metrics) yield return Of(table.Columns.Find(name)!, name == sort ? 2 : priority);
        if (!provenance) yield break;
        foreach (var column in table.Columns.WithProvenance.Skip(table.Columns.All.Count)) yield return Of(column, 2);
    }

    /// <summary>What was tested: only what differs within the study.</summary>
    private static IEnumerable<RankingColumn> Subject(ResultTable table)
    {
        var definition = table.Plan.Study.Definition;
        if (definition.Strategies.Count > 1)
        {
            yield return new RankingColumn("strategy", 2, false, (_, row) => row.Strategy);
            yield return new RankingColumn("parameters", 2, false, (_, row) => PrintableText.Of(row.ParameterText));
        }
        else
        {
            foreach (var column in table.Columns.Parameters) yield return Of(column, 2);
        }

        if (definition.DataSources.Count > 1) yield return new RankingColumn("symbol", 6, false, (_, row) => PrintableText.Of(row.Symbol));
        if (definition.Windows.Count > 1) yield return new RankingColumn("window", 7, false, (_, row) => row.Window);
    }

    private static RankingColumn Of(ResultColumn column, int priority) => column.Kind == ResultColumnKind.Text
        ? new RankingColumn(column.Name, priority, false, (_, row) => PrintableText.Of(column.Text(row) ?? MetricText.Undefined))
        : new RankingColumn(column.Name, priority, true, (_, row) => Number(column, row));

    private static string Number(ResultColumn column, ResultRow row)
    {
        var number = column.Number(row);
        return column.IsParameter && !double.IsNaN(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : MetricText.Of(column.Name, number, column.Kind == ResultColumnKind.Whole);
    }

    private static int Width(RankingColumn column, ResultTable table, IReadOnlyList<int> positions) =>
        positions.Select((position, rank) => column.Text(rank + 1, table[position]).Length).Append(column.Header.Length).Max();
}
