using Backtest.Engine.Statistics.TearSheets;

namespace Backtest.Host.Statistics;

/// <summary>Figures under their headings, in columns beside each other.</summary>
internal static class FigureBlock
{
    private const int NameWidth = 23, ValueWidth = 11, Gap = 3;

    /// <summary>The width of so many columns.</summary>
    public static int WidthOf(int columns) => columns * (NameWidth + ValueWidth) + (columns - 1) * Gap + 2;

    /// <summary>The lines of some columns, each of groups one below the other.</summary>
    public static IEnumerable<string> Lines(TearSheet sheet, params string[][] columns)
    {
        var cells = columns.Select(groups => groups.SelectMany((group, at) => Group(sheet, group, at > 0)).ToArray()).ToArray();
        for (var line = 0; line < cells.Max(column => column.Length); line++)
        {
            var texts = cells.Select(column => (line < column.Length ? column[line] : "").PadRight(NameWidth + ValueWidth));
            yield return $"  {string.Join(new string(' ', Gap), texts)}".TrimEnd();
        }
    }

    /// <summary>The figures of one group, spread over columns without a heading.</summary>
    public static IEnumerable<string> Spread(TearSheet sheet, string group, int columns)
    {
        var cells = Group(sheet, group, below: false).Skip(1).ToArray();
        var lines = (cells.Length + columns - 1) / columns;
        for (var line = 0; line < lines; line++)
        {
            var texts = Enumerable.Range(0, columns).Select(column => column * lines + line).Where(at => at < cells.Length).Select(at => cells[at]);
            yield return $"  {string.Join(new string(' ', Gap), texts)}";
        }
    }

    private static IEnumerable<string> Group(TearSheet sheet, string group, bool below)
    {
        if (below) yield return "";
        yield return group.ToUpperInvariant();
        foreach (var figure in TearFigure.All.Where(figure => figure.Group == group))
            yield return figure.Name.PadRight(NameWidth) + FigureText.Of(figure, sheet).PadLeft(ValueWidth);
    }
}
