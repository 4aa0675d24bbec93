namespace Backtest.Storage.Results;

/// <summary>Sorts positions by a column. Rows without a value come last in either order, equal ones in the order of the plan.</summary>
internal static class ResultOrder
{
    /// <summary>Sorts positions that are in the order of the plan.</summary>
    public static int[] Sort(int[] positions, ResultTable table, ResultColumn column, bool descending) =>
        column.Kind == ResultColumnKind.Text ? SortTexts(positions, table, column, descending) : SortNumbers(positions, table, column, descending);

    private static int[] SortNumbers(int[] positions, ResultTable table, ResultColumn column, bool descending)
    {
        var (keys, defined) = (new double[positions.Length], 0);
        var (sorted, undefined) = (new int[positions.Length], new List<int>());
        foreach (var position in positions)
        {
            var number = column.Number(table[position]);
            if (double.IsNaN(number)) undefined.Add(position);
            else (keys[defined], sorted[defined++]) = (descending ? -number : number, position);
        }

        // The sort of primitive keys is by far the quickest, and says nothing about equal ones: those are put in order afterwards.
        Array.Sort(keys, sorted, 0, defined);
        for (int first = 0, end; first < defined; first = end)
        {
            end = first + 1;
            while (end < defined && keys[end] == keys[first]) end++;
            Array.Sort(sorted, first, end - first);
        }

        undefined.CopyTo(sorted, defined);
        return sorted;
    }

    private static int[] SortTexts(int[] positions, ResultTable table, ResultColumn column, bool descending)
    {
        var keyed = positions.Select(position => (Text: column.Text(table[position]), Position: position)).ToArray();
        var defined = keyed.Where(pair => pair.Text is not null);
        var sorted = descending
            ? defined.OrderByDescending(pair => pair.Text, StringComparer.Ordinal)
            : defined.OrderBy(pair => pair.Text, StringComparer.Ordinal);
        return [.. sorted.Concat(keyed.Where(pair => pair.Text is null)).Select(pair => pair.Position)];
    }
}
