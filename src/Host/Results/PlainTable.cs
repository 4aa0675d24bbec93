using Spectre.Console;

namespace Backtest.Host.Results;

/// <summary>Tables without a frame: a header, a rule, rows.</summary>
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
}
