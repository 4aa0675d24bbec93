using Backtest.Host.CommandLine;
using Backtest.Storage.Results;
using Spectre.Console;

namespace Backtest.Host.Results;

/// <summary>Prints the best backtests of a study as a table for people.</summary>
internal static class Ranking
{
    /// <summary>What a ranking is sorted by where nothing else is said.</summary>
    public const string DefaultSort = "sharpe";

    /// <summary>How many rows a ranking has where nothing else is said.</summary>
    public const int DefaultTop = 10;

    /// <summary>The query of a ranking where nothing else is said.</summary>
    public static ResultQuery DefaultQuery { get; } = new(DefaultSort, Top: DefaultTop);

    /// <summary>Writes the ranking to standard output; a plain one where that is no terminal. Nothing where there is no row.</summary>
    /// <param name="shell">Where to write.</param>
    /// <param name="table">The results.</param>
    /// <param name="query">Which, and in what order; null for <see cref="DefaultQuery"/>.</param>
    /// <param name="provenance">Whether to show who computed each row, and when.</param>
    /// <exception cref="UsageException">A column is unknown, or the condition does not fit.</exception>
    public static void Write(Shell shell, ResultTable table, ResultQuery? query = null, bool provenance = false)
    {
        query ??= DefaultQuery;
        var (positions, matching) = QueryAnswer.Select(table, query);
        var console = shell.OutputConsole;
        console.WriteLine(Title(table, query, positions.Count, matching));
        if (positions.Count == 0) return;
        var columns = RankingColumns.Of(table, positions, query.Sort, provenance).ToArray();
        var rows = positions.Select((position, at) => columns.Select(column => column.Text(at + 1, table[position])).ToArray());
        PlainTable.Write(console, [.. columns.Select(column => column.Column)], [.. rows]);
    }

    private static string Title(ResultTable table, ResultQuery query, int shown, int matching)
    {
        var name = table.Plan.Study.Definition.Name;
        var of = matching == table.Count
            ? $"{MetricText.Count(table.Count)} backtests"
            : $"{MetricText.Count(matching)} that match, of {MetricText.Count(table.Count)}";
        return query.Sort is null
            ? $"{name}: {MetricText.Count(shown)} of {of}, in the order of the plan"
            : $"{name}: {MetricText.Count(shown)} of {of}, by {query.Sort}";
    }
}
