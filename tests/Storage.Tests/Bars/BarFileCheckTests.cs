using Backtest.Storage.Bars;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Bars;

public sealed class BarFileCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheSampleIsSoundAndItsOnlyGapIsThatOfSeptember2001AndOtherLongClosures()
    {
        var report = BarFileCheck.Check(Path.Combine(AppContext.BaseDirectory, "Examples", "sp500-2000.csv"), new BarFileOptions("SPX"));

        Assert.True(report.IsSound);
        Assert.Equal(("ohlcv", 5105), (report.Format, report.Bars));
        Assert.Contains(report.Gaps, gap => gap.After == new DateTime(2001, 9, 10) && gap.Before == new DateTime(2001, 9, 17));
        Assert.All(report.Gaps, gap => Assert.True(gap.Before - gap.After > TimeSpan.FromDays(4)));
    }

    [Fact]
    public void EveryKindOfDefectIsCountedAndLocated()
    {
        var path = _folder.Write("bars.csv", """
            date,open,high,low,close,volume
            2024-01-02,10,12,9,11,100
            2024-01-02,10,12,9,11,100
            2024-01-01,10,12,9,11,100
            2024-01-03,10,9,12,11,100
            2024-01-04,x,12,9,11,100
            2024-01-05,10,12,9,11,100
            2024-01-06,10,12,9,11,100

            """);

        var report = BarFileCheck.Check(path, new BarFileOptions("X"));

        Assert.Equal(
            new Dictionary<string, int> { ["duplicate"] = 1, ["impossible bar"] = 1, ["out of order"] = 1, ["unreadable"] = 1 }, report.Defects);
        Assert.Equal([3, 4, 5, 6], report.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void AMissingHourIsAGapOfOneBar()
    {
        var path = _folder.Write("bars.csv", "time,open,high,low,close,volume\n" + string.Join('\n', Enumerable.Repeat(0, 10)
            .SelectMany((_, day) => Enumerable.Range(0, 24).Where(hour => day != 4 || hour != 7)
                .Select(hour => $"2024-01-{day + 1:00}T{hour:00}:00:00Z,1,1,1,1,1"))));

        var gap = Assert.Single(BarFileCheck.Check(path, new BarFileOptions("X")).Gaps);

        Assert.Equal((1, new DateTime(2024, 1, 5, 6, 0, 0)), (gap.Missing, gap.After));
    }
}
