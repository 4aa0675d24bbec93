using Spectre.Console;

namespace Backtest.Benchmarks.Reports;

/// <summary>A table that reads in a terminal and pastes into a document.</summary>
internal static class MarkdownTable
{
    private const int Width = 1000;

    /// <summary>Writes it, however wide it gets.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="headers">The headers; those that begin with <c>&gt;</c> are of numbers and aligned right.</param>
    /// <param name="rows">The rows, with a text for each header.</param>
    public static void Write(TextWriter output, IReadOnlyList<string> headers, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Markdown };
        foreach (var header in headers)
        {
            var column = new TableColumn(new Text(header.TrimStart('>')));
            table.AddColumn(header.StartsWith('>') ? column.RightAligned() : column);
        }

        foreach (var row in rows) table.AddRow(row.Select(text => new Text(text)));
        using var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(written) });
        console.Profile.Width = Width;
        console.Write(table);
        foreach (var line in written.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)) output.WriteLine(line);
    }
}
