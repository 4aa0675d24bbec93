using Spectre.Console;
using Spectre.Console.Rendering;

namespace Backtest.Host.Results;

/// <summary>Tables without a frame: a header, a rule, rows; nothing after the last letter of a line.</summary>
internal static class PlainTable
{
    /// <summary>An empty table with one column a header.</summary>
    /// <param name="headers">The headers, and whether the column's values are aligned to the right.</param>
    public static Table Create(IEnumerable<(string Header, bool RightAligned)> headers)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (header, rightAligned) in headers)
        {
            var column = new TableColumn(new Text(header, new Style(decoration: Decoration.Bold))).NoWrap().PadLeft(0).PadRight(1);
            table.AddColumn(rightAligned ? column.RightAligned() : column);
        }

        return table;
    }

    /// <summary>Writes a table without the empty lines and columns that stand for its frame.</summary>
    public static void Write(IAnsiConsole console, Table table)
    {
        var lines = Segment.SplitLines(table.GetSegments(console));
        foreach (var line in lines.Skip(1).SkipLast(1))
        {
            var letters = line.Sum(segment => segment.Text.TrimEnd().Length == 0 ? 0 : 1);
            foreach (var segment in line)
            {
                if (letters == 0) break;
                if (segment.Text.TrimEnd().Length > 0) letters--;
                console.Write(new Text(letters == 0 ? segment.Text.TrimEnd() : segment.Text, segment.Style));
            }

            console.WriteLine();
        }
    }
}
