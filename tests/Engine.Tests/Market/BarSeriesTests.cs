using Backtest.Engine.Market;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Market;

public sealed class BarSeriesTests
{
    private static readonly double[] Tens = [10, 10, 10];

    [Fact]
    public void BarsReadBackAsTheyWereGiven()
    {
        var bars = new BarSeries("X", Timeframe.Day, new BarColumns(
            new long[] { 5, 6 },
            new double[] { 10, 11 },
            new double[] { 13, 14 },
            new double[] { 9, 8 },
            new double[] { 12, 13 },
            new double[] { 100, 0 }));

        Assert.Equal(new Bar(5, 10, 13, 9, 12, 100), bars[0]);
        Assert.Equal(new Bar(6, 11, 14, 8, 13, 0), bars[1]);
        Assert.Equal(("X", Timeframe.Day, 2), (bars.Symbol, bars.Timeframe, bars.Count));
    }

    [Theory]
    [InlineData(new long[] { 1, 2, 2 }, "bar 2: duplicate of the time of the bar before it")]
    [InlineData(new long[] { 1, 3, 2 }, "bar 2: earlier than the bar before it")]
    [InlineData(new long[] { 1, 2 }, "the columns of a bar series must have one length")]
    public void ImpossibleTimesAreRefused(long[] times, string message) => Assert.Equal(
        message,
        Assert.Throws<ArgumentException>(
            () => new BarSeries("X", Timeframe.Day, new BarColumns(times, Tens, Tens, Tens, Tens, Tens))).Message);

    [Fact]
    public void AnImpossibleBarIsNamed() => Assert.Equal(
        "bar 1: high is below low",
        Assert.Throws<ArgumentException>(() => ExampleBars.Of([10, 10], [10, 9], [10, 10], [10, 10])).Message);

    [Fact]
    public void TheFirstBarAtOrAfterATimeIsFound() => Gen.Select(Gen.Int[1, 50], Gen.Long[0, 60 * TimeSpan.TicksPerDay]).Sample((count, time) =>
    {
        var bars = ExampleBars.Random(count, 1);

        var expected = Enumerable.Range(0, count).FirstOrDefault(bar => bars.CloseTimes[bar] >= time, count);

        Assert.Equal(expected, bars.IndexAtOrAfter(time));
    });

    [Fact]
    public void TheContentHashIsOfAllColumnsAndNothingElse()
    {
        BarSeries With(
            long time = 1, double open = 10, double high = 12, double low = 8, double close = 11, double volume = 5, string symbol = "X") =>
            new(symbol, Timeframe.Hour, new BarColumns(
                new[] { time }, new[] { open }, new[] { high }, new[] { low }, new[] { close }, new[] { volume }));

        BarSeries[] different = [With(), With(time: 2), With(open: 11), With(high: 13), With(low: 9), With(close: 10), With(volume: 6)];
        Assert.Equal(different.Length, different.Select(bars => bars.ContentHash).Distinct().Count());
        Assert.Equal(With().ContentHash, With(symbol: "Y").ContentHash);
        Assert.Equal(With().ContentHash, With().HashOf(0, 1));
    }

    [Fact]
    public void AHashThatIsGivenIsKept()
    {
        var bars = ExampleBars.Random(10, 1);
        var columns = new BarColumns(
            bars.CloseTimes.ToArray(), bars.Open.ToArray(), bars.High.ToArray(), bars.Low.ToArray(), bars.Close.ToArray(), bars.Volume.ToArray());

        Assert.Equal(bars.ContentHash, new BarSeries("X", Timeframe.Day, columns, bars.ContentHash).ContentHash);
        Assert.Equal(bars.ContentHash, new BarSeries("X", Timeframe.Day, columns).ContentHash);
    }
}
