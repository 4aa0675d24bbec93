using Backtest.Engine.Market;

namespace Backtest.Engine.Tests.Market;

public sealed class TimeframeTests
{
    [Theory]
    [InlineData("30s", TimeframeUnit.Second, "00:00:30", 1_051_200)]
    [InlineData("15m", TimeframeUnit.Minute, "00:15:00", 35_040)]
    [InlineData("1h", TimeframeUnit.Hour, "01:00:00", 8_760)]
    [InlineData("1d", TimeframeUnit.Day, "1.00:00:00", 252)]
    [InlineData("1w", TimeframeUnit.Week, "7.00:00:00", 52)]
    [InlineData("3M", TimeframeUnit.Month, "90.00:00:00", 4)]
    public void ATextIsReadWithItsLengthAndItsPeriodsAYearAndWrittenBack(string text, TimeframeUnit unit, string length, double periods)
    {
        Assert.True(Timeframe.TryParse(text, out var timeframe));

        Assert.Equal(unit, timeframe.Unit);
        Assert.Equal(TimeSpan.Parse(length, System.Globalization.CultureInfo.InvariantCulture), timeframe.Length);
        Assert.Equal(periods, timeframe.PeriodsPerYear);
        Assert.Equal(text, timeframe.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("1")]
    [InlineData("0d")]
    [InlineData("-1d")]
    [InlineData("+1d")]
    [InlineData("1.5h")]
    [InlineData(" 1d")]
    [InlineData("1D")]
    [InlineData("1y")]
    [InlineData("100001m")]
    [InlineData("99999999999999d")]
    public void WhatIsNoTimeframeIsNotRead(string text) => Assert.False(Timeframe.TryParse(text, out _));

    [Fact]
    public void ADayAndAnHourHaveNames() => Assert.Equal(("1d", "1h"), (Timeframe.Day.ToString(), Timeframe.Hour.ToString()));
}
