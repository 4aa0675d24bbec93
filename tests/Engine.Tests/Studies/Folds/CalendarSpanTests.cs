using Backtest.Engine.Studies.Folds;

namespace Backtest.Engine.Tests.Studies.Folds;

public sealed class CalendarSpanTests
{
    [Theory]
    [InlineData("3y", 1, "2003-01-31")]
    [InlineData("1M", 1, "2000-02-29")]
    [InlineData("1M", 2, "2000-03-31")]
    [InlineData("2w", 1, "2000-02-14")]
    [InlineData("10d", 3, "2000-03-01")]
    [InlineData("36h", 2, "2000-02-03")]
    [InlineData("30m", 48, "2000-02-01")]
    [InlineData("0d", 5, "2000-01-31")]
    public void SpansFollowTheCalendar(string text, int times, string expected)
    {
        var start = new DateTime(2000, 1, 31, 0, 0, 0, DateTimeKind.Utc).Ticks;

        var span = CalendarSpan.Parse(text)!.Value;

        Assert.Equal(expected, new DateTime(span.After(start, times)).ToString("yyyy-MM-dd"));
        Assert.Equal(text, span.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("y")]
    [InlineData("-1y")]
    [InlineData("1.5y")]
    [InlineData("3 y")]
    [InlineData("1000000d")]
    public void OtherTextsAreNone(string text) => Assert.Null(CalendarSpan.Parse(text));
}
