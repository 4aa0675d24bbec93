using Backtest.Engine.Statistics.Pooling;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Expressions;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;

namespace Backtest.Storage.Pooling;

/// <summary>Which sets of a pooled table, and in which order.</summary>
/// <param name="Focus">What scores are for.</param>
/// <param name="Sort">The column to sort by.</param>
/// <param name="Order">The order; null for the one that puts the column's best first.</param>
/// <param name="Top">At most so many; null for all.</param>
/// <param name="Where">Which sets; null for all. Scores compare those alone.</param>
public sealed record PooledQuery(
    RankingFocus Focus, string Sort = PooledColumns.Score, ColumnOrder? Order = null, int? Top = null, Expression? Where = null)
{
    /// <summary>The sets asked for. Those without a value come last, equal ones in the order of the plan.</summary>
    /// <exception cref="ResultQueryException">A column is unknown, or the condition does not fit.</exception>
    public PooledSelection Select(PooledTable table)
    {
        var column = SortColumn(table.Columns);
        var (condition, set) = (Condition(table.Columns), new PooledSet());
        var (scale, matching) = (new FocusScale(Focus), new List<int>());
        for (var at = 0; at < table.Count; at++)
        {
            table.Read(at, set);
            if (condition?.Invoke(set) == false) continue;
            scale.Take(set.Pool);
            matching.Add(at);
        }

        var keys = new double[matching.Count];
        var descending = (Order ?? column.Order) == ColumnOrder.LargestFirst;
        for (var i = 0; i < keys.Length; i++)
        {
            Read(table, scale, matching[i], set);
            var number = column.Number!(set);
            keys[i] = double.IsNaN(number) ? double.PositiveInfinity : descending ? -number : number;
        }

        int[] sorted = [.. matching];
        Array.Sort(keys, sorted);
        PutEqualInOrder(keys, sorted);
        return new PooledSelection(table, scale, Top is { } top && top < sorted.Length ? sorted[..top] : sorted, matching.Count);
    }

    internal static void Read(PooledTable table, FocusScale scale, int at, PooledSet set)
    {
        table.Read(at, set);
        set.Score = scale.Score(set.Pool);
    }

    private static void PutEqualInOrder(double[] keys, int[] sorted)
    {
        for (int first = 0, end; first < keys.Length; first = end)
        {
            end = first + 1;
            while (end < keys.Length && keys[end] == keys[first]) end++;
            Array.Sort(sorted, first, end - first);
        }
    }

    private PooledColumn SortColumn(PooledColumns columns)
    {
        if (columns.Find(Sort) is { Number: not null } column) return column;
        string[] numbers = [.. columns.All.Where(known => known.Number is not null).Select(known => known.Name)];
        throw new ResultQueryException($"there is no column of numbers '{PrintableText.Of(Sort)}' to sort by: {Spelling.Remedy(Sort, numbers)}");
    }

    private Func<PooledSet, bool>? Condition(PooledColumns columns)
    {
        try
        {
            return Where?.For<PooledSet>(
                name => columns.BeforeScore.FirstOrDefault(column => column.Name == name) switch
                {
                    null => null,
                    { Text: { } text } => new ExpressionColumn<PooledSet>(null, set => text(set) ?? ""),
                    var column => new ExpressionColumn<PooledSet>(column.Number, null),
                },
                columns.BeforeScore.Select(column => column.Name));
        }
        catch (ExpressionException wrong)
        {
            throw new ResultQueryException($"condition '{Where!.Text}', column {wrong.Column}: {wrong.Message}");
        }
    }
}

/// <summary>The answer to a query.</summary>
/// <param name="Table">The table.</param>
/// <param name="Scale">Scores its sets.</param>
/// <param name="Positions">Positions in the table, in the order asked for.</param>
/// <param name="Matching">How many sets fit the condition, those beyond the top included.</param>
public sealed record PooledSelection(PooledTable Table, FocusScale Scale, IReadOnlyList<int> Positions, int Matching)
{
    /// <summary>The sets, one after the other in one instance, which is filled again for each.</summary>
    public IEnumerable<PooledSet> Sets()
    {
        var set = new PooledSet();
        foreach (var at in Positions)
        {
            PooledQuery.Read(Table, Scale, at, set);
            yield return set;
        }
    }
}
