using Backtest.Engine.Search;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Expressions;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Results;

/// <summary>Which rows of a table, and in which order.</summary>
/// <param name="Sort">The column to sort by; null for the order of the plan.</param>
/// <param name="Order">The order; null for the one that puts the column's best first.</param>
/// <param name="Top">At most so many rows; null for all.</param>
/// <param name="Where">Which rows; null for all.</param>
public sealed record ResultQuery(string? Sort = null, ColumnOrder? Order = null, int? Top = null, Expression? Where = null)
{
    /// <summary>The rows asked for. Those without a value come last, equal ones in the order of the plan, so that the answer is one and the same
    /// whichever worker ran what.</summary>
    /// <exception cref="ResultQueryException">A column is unknown, or the condition does not fit.</exception>
    public ResultSelection Select(ResultTable table)
    {
        var column = SortColumn(table.Columns);
        var positions = Front(table, Filter(table));
        var matching = positions.Length;
        if (column is not null) positions = ResultOrder.Sort(positions, table, column, (Order ?? column.Order) == ColumnOrder.LargestFirst);
        return new ResultSelection(Top is { } top && top < matching ? positions[..top] : positions, matching);
    }

    /// <summary>The column to sort by; null where the query names none.</summary>
    /// <exception cref="ResultQueryException">There is no such column.</exception>
    public ResultColumn? SortColumn(ResultColumns columns)
    {
        if (Sort is null) return null;
        if (columns.Find(Sort) is { } column) return column;
        var remedy = Spelling.Remedy(Sort, [.. columns.WithProvenance.Select(known => known.Name)]);
        throw new ResultQueryException($"there is no column '{PrintableText.Of(Sort)}' to sort by: {remedy}");
    }

    /// <summary>Only rows of parameter sets that every filter of the study has kept so far.</summary>
    public bool Survivors { get; init; }

    /// <summary>Only rows that no other is better than in all of these columns, by what is best in each; null for all rows. Asked of the rows that
    /// fit everything else.</summary>
    public IReadOnlyList<string>? Pareto { get; init; }

    private int[] Front(ResultTable table, int[] positions)
    {
        if (Pareto is null) return positions;
        MetricColumn[] columns = [.. Pareto.Select(Objective)];
        Trial[] trials = [.. positions.Select(position => new Trial(position, [.. columns.Select(column => Merit(column, table[position]))]))];
        return [.. ParetoFront.Of(trials).Order().Select(at => positions[at])];
    }

    private static double Merit(MetricColumn column, ResultRow row)
    {
        if (row.Status != ResultStatus.Done) return double.NaN;
        var number = column.Number(row.Metrics);
        return column.Order == ColumnOrder.LargestFirst ? number : -number;
    }

    private static MetricColumn Objective(string name) => ResultColumns.Metrics.FirstOrDefault(column => column.Name == name)
        ?? throw new ResultQueryException($"there is no metric '{PrintableText.Of(name)}' to be good in: "
            + Spelling.Remedy(name, [.. ResultColumns.Metrics.Select(column => column.Name)]));

    private int[] Filter(ResultTable table)
    {
        int[] all = [.. Enumerable.Range(0, table.Count)];
        if (Survivors && table.Survey is { } survey) all = Array.FindAll(all, position => survey.IsKept(table[position].Index));
        if (Where is null) return all;
        var condition = Condition(table.Columns);
        return Array.FindAll(all, position => condition(table[position]));
    }

    private Func<ResultRow, bool> Condition(ResultColumns columns)
    {
        ExpressionColumn<ResultRow>? Column(string name) => columns.Find(name) switch
        {
            null => null,
            { Kind: ResultColumnKind.Text } column => new ExpressionColumn<ResultRow>(null, row => column.Text(row) ?? ""),
            var column => new ExpressionColumn<ResultRow>(column.Number, null),
        };

        try
        {
            return Where!.For(Column, columns.WithProvenance.Select(column => column.Name));
        }
        catch (ExpressionException wrong)
        {
            throw new ResultQueryException($"condition '{Where!.Text}', column {wrong.Column}: {wrong.Message}");
        }
    }
}

/// <summary>The answer to a query.</summary>
/// <param name="Positions">Positions in the table, in the order asked for.</param>
/// <param name="Matching">How many rows fit the condition, those beyond the top included.</param>
public sealed record ResultSelection(IReadOnlyList<int> Positions, int Matching);

/// <summary>A query that a table cannot answer.</summary>
/// <param name="message">What is wrong and what would be right; one line.</param>
public sealed class ResultQueryException(string message) : Exception(message);
