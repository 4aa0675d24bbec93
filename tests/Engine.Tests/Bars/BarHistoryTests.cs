using Backtest.Engine.Bars;
using Backtest.Engine.Market;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Bars;

public sealed class BarHistoryTests
{
    private static readonly BarSeries Bars = ExampleBars.Of(
        [1, 2, 3, 4], [1.5, 2.5, 3.5, 4.5], [0.5, 1.5, 2.5, 3.5], [1.1, 2.1, 3.1, 4.1], [10, 20, 30, 40]);

    [Fact]
    public void EveryColumnEndsAtTheCurrentBar()
    {
        var history = new BarHistory(new BarSlice(Bars, 0, 1, 4));
        history.MoveTo(2);

        Assert.Equal((2, 3, 1), (history.Bar, history.Count, history.First));
        Assert.Equal([1, 2, 3], history.Open.ToArray());
        Assert.Equal([1.5, 2.5, 3.5], history.High.ToArray());
        Assert.Equal([0.5, 1.5, 2.5], history.Low.ToArray());
        Assert.Equal([1.1, 2.1, 3.1], history.Close.ToArray());
        Assert.Equal([10, 20, 30], history.Volume.ToArray());
        Assert.Equal(TimeSpan.TicksPerDay * 3, history.CloseTimes[^1]);
    }

    [Fact]
    public void BarsAreCountedBackFromTheCurrentOne()
    {
        var history = new BarHistory(new BarSlice(Bars, 0, 0, 4));
        history.MoveTo(1);

        Assert.Equal(2.1, history[0].Close);
        Assert.Equal(1.1, history[1].Close);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void ThereIsNoWayToLaterBarsOrBeforeTheFirst(int barsAgo) => Assert.Throws<IndexOutOfRangeException>(() =>
    {
        var history = new BarHistory(new BarSlice(Bars, 0, 0, 4));
        history.MoveTo(1);
        return history[barsAgo];
    });
}
