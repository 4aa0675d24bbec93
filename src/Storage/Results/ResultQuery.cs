using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Expressions;

namespace Backtest.Storage.Results;

/// <summary>Which rows of a table, and in which order.</summary>
/// <param name="Sort">The column to sort by; null for the order of the plan.</param>
/// <param name="Order">The order; null for the one that puts the column's best first.</param>
/// <param name="Top">At most so many rows; null for all.</param>
/// <param name="Where">Which rows; null for all.</param>
public sealed record ResultQuery(string? Sort = null, ColumnOrder? Order = null, int? Top = null, Expression? Where = null)
{
    /// <summary>The positions of the rows asked for. Rows without a value come last, equal ones in the order of the plan, so that the answer is one and
    /// the same whichever worker ran what.</summary>
    /// <exception cref="ResultQueryException">A column is unknown, or the condition does not fit.</exception>
    public int[] Select(ResultTable table)
    {
        var positions = Filter(table);
        if (Sort is not null)
        {
            var column = Find(table, Sort);
            var descending = (Order ?? column.Order) == ColumnOrder.LargestFirst;
            if (column.Kind == ResultColumnKind.Text) SortTexts(positions, table, column, descending);
            else SortNumbers(positions, table, column, descending);
        }

        return Top is { } top && top < positions.Length ? positions[..top] : positions;
    }

    private int[] Filter(ResultTable table)
    {
        var all = Enumerable.Range(0, table.Count);
        if (Where is null) return [.. all];
        var condition = Condition(table.Columns);
        return [.. all.Where(position => condition(table[position]))];
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

    private static ResultColumn Find(ResultTable table, string name)
    {
        if (table.Columns.Find(name) is { } column) return column;
        var names = table.Columns.WithProvenance.Select(known => known.Name).ToArray();
        var remedy = Spelling.Nearest(name, names) is { } nearest ? $"did you mean '{nearest}'?" : $"there are {string.Join(", ", names)}";
        throw new ResultQueryException($"there is no column '{name}' to sort by: {remedy}");
    }

    private static void SortNumbers(int[] positions, ResultTable table, ResultColumn column, bool descending)
    {
        var keys = positions.Select(position => column.Number(table[position])).Select(
            (number, at) => (Value: descending ? -number : number, Position: positions[at])).ToArray();
        Array.Sort(keys, positions, Comparer<(double Value, int Position)>.Create((left, right) =>
        {
            var order = double.IsNaN(left.Value) || double.IsNaN(right.Value)
                ? double.IsNaN(left.Value).CompareTo(double.IsNaN(right.Value))
                : left.Value.CompareTo(right.Value);
            return order != 0 ? order : left.Position.CompareTo(right.Position);
        }));
    }

    private static void SortTexts(int[] positions, ResultTable table, ResultColumn column, bool descending)
    {
        var keys = positions.Select(position => (Value: column.Text(table[position]), Position: position)).ToArray();
        Array.Sort(keys, positions, Comparer<(string? Value, int Position)>.Create((left, right) =>
        {
            var order = left.Value is null || right.Value is null
                ? (left.Value is null).CompareTo(right.Value is null)
                : string.CompareOrdinal(left.Value, right.Value) * (descending ? -1 : 1);
            return order != 0 ? order : left.Position.CompareTo(right.Position);
        }));
    }
}

/// <summary>A query that a table cannot answer.</summary>
/// <param name="message">What is wrong and what would be right; one line.</param>
public sealed class ResultQueryException(string message) : Exception(message);
