namespace Backtest.Storage.Import;

/// <summary>Finds the columns of bars in a CSV header, in any order, case and with blanks or underscores.</summary>
internal static class OhlcvHeader
{
    private static readonly string[][] Synonyms =
    [
        ["date", "time", "timestamp", "datetime", "opentime"],
        ["open"],
        ["high"],
        ["low"],
        ["close"],
        ["volume", "vol"],
    ];

    /// <summary>The names of the columns that the header lacks.</summary>
    public static IReadOnlyList<string> Missing(string[] header) =>
        [.. Synonyms.Where(names => !header.Any(field => names.Contains(Plain(field)))).Select(names => names[0])];

    /// <summary>The index of the field of each <see cref="BarCell"/>.</summary>
    /// <param name="header">The header's fields; none of the columns may be missing.</param>
    /// <param name="problem">What is wrong: the index of a field that stands twice, and the message; null where nothing is.</param>
    public static int[] Cells(string[] header, out (int Field, string Message)? problem)
    {
        problem = null;
        var cells = new int[Synonyms.Length];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var found = Enumerable.Range(0, header.Length).Where(field => Synonyms[cell].Contains(Plain(header[field]))).ToArray();
            cells[cell] = found[0];
            if (found.Length > 1)
                problem ??= (found[1], $"column '{header[found[1]]}' says the same as column '{header[found[0]]}': keep one of the two");
        }

        return cells;
    }

    private static string Plain(string field) =>
        field.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
