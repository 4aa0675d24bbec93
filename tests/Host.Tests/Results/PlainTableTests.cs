using Backtest.Host.CommandLine;
using Backtest.Host.Results;

namespace Backtest.Host.Tests.Results;

public sealed class PlainTableTests
{
    private static readonly PlainColumn[] Columns = [new("name"), new("count", 2, RightAligned: true), new("place", 1)];

    [Theory]
    [InlineData(80, "name  count  place")]
    [InlineData(16, "name  place")]
    [InlineData(8, "name")]
    public void TheLeastTellingColumnsAreLeftOutWhereNotAllFit(int width, string expected) => Assert.Equal(expected, Lines(width)[0].Trim());

    [Fact]
    public void NumbersAreAlignedAndNoLineEndsInBlanks()
    {
        var lines = Lines(80);

        Assert.Equal([" a         1  here", " bb    1,000"], lines[2..]);
        Assert.Equal(4, lines.Length);
    }

    private static string[] Lines(int width)
    {
        var output = new StringWriter();
        var console = new Shell(output, output, false, false, false, width).OutputConsole;
        console.Profile.Width = width;
        PlainTable.Write(console, Columns, [["a", "1", "here"], ["bb", "1,000", ""]]);
        return output.ToString().TrimEnd('\n').Split('\n');
    }
}
