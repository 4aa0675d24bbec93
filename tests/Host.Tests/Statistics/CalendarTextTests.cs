using Backtest.Host.Statistics;

namespace Backtest.Host.Tests.Statistics;

public sealed class CalendarTextTests
{
    [Theory]
    [InlineData(120, "  year   Jan   Feb   Mar   Apr   May   Jun   Jul   Aug   Sep   Oct   Nov   Dec   total")]
    [InlineData(80, "  year  Jan  Feb  Mar  Apr  May  Jun  Jul  Aug  Sep  Oct  Nov  Dec   total")]
    public void ColumnsFitTheWidth(int width, string heading)
    {
        var lines = CalendarText.Lines(ExampleSheet.Of(500).Sheet, width).ToArray();

        Assert.Equal(heading, lines[0]);
        Assert.All(lines, line => Assert.Equal(heading.Length, line.Length));
        Assert.InRange(heading.Length, 1, width);
    }
}
