using Backtest.Engine.Market;
using Backtest.Storage.Results;

namespace Backtest.Storage.Tests.Results;

public sealed class BarTimesTests
{
    [Theory]
    [InlineData(1, TimeframeUnit.Day, "2020-02-28", "2020-02-28")]
    [InlineData(1, TimeframeUnit.Week, "2020-02-28", "2020-03-05")]
    [InlineData(4, TimeframeUnit.Hour, "2020-02-28T00:00:00Z", "2020-02-28T04:00:00Z")]
    [InlineData(30, TimeframeUnit.Second, "2020-02-28T00:00:00Z", "2020-02-28T00:00:30Z")]
    public void DaysAreShownAsDaysAndShorterBarsAsMoments(int count, TimeframeUnit unit, string opens, string closes)
    {
        var bars = SyntheticBars.Create("X", new Timeframe(count, unit), 3, 1, new DateTime(2020, 2, 28));

        var times = new BarTimes(bars);

        Assert.Equal((opens, closes), (times.Open(bars.CloseTimes[0]), times.Close(bars.CloseTimes[0])));
    }

    [Fact]
    public void DaysThatDoNotBeginAtMidnightAreMoments()
    {
        var bars = SyntheticBars.Create("X", Timeframe.Day, 2, 1, new DateTime(2020, 2, 28, 22, 0, 0));

        Assert.Equal("2020-02-29T22:00:00Z", new BarTimes(bars).Close(bars.CloseTimes[0]));
    }

    [Fact]
    public void FractionsOfASecondAreShownWhereThereAreAny() =>
        Assert.Equal("2020-02-28T00:00:00.25Z", BarTimes.Text(new DateTime(2020, 2, 28).AddMilliseconds(250).Ticks));
}
