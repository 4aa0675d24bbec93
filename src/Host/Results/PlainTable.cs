using Spectre.Console;
using Spectre.Console.Rendering;

namespace Backtest.Host.Results;

/// <summary>One column of a table for people.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Priority">The smaller, the sooner it is shown where not all fit.</param>
/// <param name="RightAligned">True for numbers.</param>
internal sealed record PlainColumn(string Header, int Priority = 0, bool RightAligned = false);

/// <summary>Tables without a frame: a header, a rule, rows; nothing after the last letter of a line. Columns that do not fit the width are left
/// out, the least telling first, rather than folded.</summary>
internal static class PlainTable
{
    private const int BlanksBetween = 2;

    /// <summary>Writes a table.</summary>
    /// <param name="console">Where to; its width is the table's.</param>
    /// <param name="columns">The columns, in the order in which they are printed.</param>
    /// <param name="rows">The rows, with a text for each column.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<PlainColumn> columns, IReadOnlyList<string[]> rows)
    {
        var chosen = Fit(columns, rows, console.Profile.Width);
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in chosen.Select(at => columns[at]))
        {
            var header = new TableColumn(new Text(column.Header, new Style(decoration: Decoration.Bold))).NoWrap().PadLeft(0).PadRight(1);
            table.AddColumn(column.RightAligned ? header.RightAligned() : header);
        }

        foreach (var row in rows) table.AddRow(chosen.Select(at => new Text(row[at])));
        WriteLines(console, table);
    }

    /// <summary>The positions of the columns that fit.</summary>
    private static int[] Fit(IReadOnlyList<PlainColumn> columns, IReadOnlyList<string[]> rows, int width)
    {
        List<int> chosen = [];
        var used = 1;
        foreach (var at in Enumerable.Range(0, columns.Count).OrderBy(at => columns[at].Priority))
        {
            var wide = rows.Select(row => row[at].Length).Append(columns[at].Header.Length).Max() + BlanksBetween;
            if (chosen.Count > 0 && used + wide > width) continue;
            used += wide;
            chosen.Add(at);
        }

        return [.. chosen.Order()];
    }

    /// <summary>Writes a table without the empty lines and blanks that stand for its frame.</summary>
    private static void WriteLines(IAnsiConsole console, Table table)
    {
        foreach (var line in Segment.SplitLines(table.GetSegments(console)).Skip(1).SkipLast(1))
        {
            var last = line.FindLastIndex(segment => segment.Text.Trim().Length > 0);
            for (var i = 0; i <= last; i++)
            {
                var text = i == last ? line[i].Text.TrimEnd() : line[i].Text;
                console.Write(new Text(text, line[i].Style));
            }

            console.WriteLine();
        }
    }
}
