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
    /// <exception cref="UsageException">A column is unknown, or the condition does not fit.</exception>
    public static void Write(Shell shell, ResultTable table, ResultQuery? query = null)
    {
        query ??= DefaultQuery;
        var all = QueryAnswer.Select(table, query with { Top = null });
        var positions = query.Top is { } top && top < all.Length ? all[..top] : all;
        var console = shell.OutputConsole;
        console.WriteLine(Title(table, query, positions.Length, all.Length));
        if (positions.Length == 0) return;
        var printed = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        var columns = RankingColumns.Choose(table, positions, query.Sort, console.Profile.Width);
        foreach (var column in columns)
        {
            var header = new TableColumn(new Text(column.Header, new Style(decoration: Decoration.Bold))).NoWrap().PadLeft(0).PadRight(2);
            printed.AddColumn(column.RightAligned ? header.RightAligned() : header);
        }

        foreach (var position in positions) printed.AddRow(columns.Select(column => new Text(column.Text(table[position]))));
        console.Write(printed);
    }

    private static string Title(ResultTable table, ResultQuery query, int shown, int matching)
    {
        var name = table.Plan.Study.Definition.Name;
        var of = matching == table.Count ? $"{MetricText.Count(table.Count)} backtests" : $"{MetricText.Count(matching)} that match, of {MetricText.Count(table.Count)}";
        return query.Sort is null
            ? $"{name}: {MetricText.Count(shown)} of {of}, in the order of the plan"
            : $"{name}: {MetricText.Count(shown)} of {of}, by {query.Sort}";
    }
}
