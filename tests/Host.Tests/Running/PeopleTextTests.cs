using Backtest.Actors.Running;
using Backtest.Host.Running;

namespace Backtest.Host.Tests.Running;

public sealed class PeopleTextTests
{
    [Theory]
    [InlineData(0, "0.0 ms")]
    [InlineData(0.0000123, "12 µs")]
    [InlineData(0.00345, "3.5 ms")]
    [InlineData(0.035, "35 ms")]
    [InlineData(0.9994, "999 ms")]
    [InlineData(0.9996, "1.0 s")]
    [InlineData(4.24, "4.2 s")]
    [InlineData(99.96, "1 min 40 s")]
    [InlineData(3599.6, "1 h 0 min")]
    [InlineData(7500, "2 h 5 min")]
    [InlineData(273600, "3 d 4 h")]
    public void ADurationHasTwoPartsAtMost(double seconds, string text) => Assert.Equal(text, PeopleText.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(3.1, "4 s")]
    [InlineData(200, "3 min 20 s")]
    public void TimeLeftIsRoundedUp(double seconds, string text) => Assert.Equal(text, PeopleText.Left(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(84.06, "84.1 s")]
    [InlineData(0.4567, "0.457 s")]
    [InlineData(0.00123, "0.00123 s")]
    public void SecondsToCompareHaveOneDecimalAndMoreBelowOne(double seconds, string text) =>
        Assert.Equal(text, PeopleText.Seconds(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void MemoryIsUsedPercentAndAvailableGigabytes() =>
        Assert.Equal("Used: 25.0%, Available: 6.0GB", PeopleText.Memory(new MemoryUse(8L << 30, 6L << 30, 0)));

    [Theory]
    [InlineData(250_000, "0.2 MB")]
    [InlineData(52_428_800, "50 MB")]
    [InlineData(3_221_225_472, "3.0 GB")]
    public void SizesAreBinary(long bytes, string text) => Assert.Equal(text, PeopleText.Size(bytes));
}
