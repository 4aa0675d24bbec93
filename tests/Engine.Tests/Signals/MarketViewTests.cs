using Backtest.Engine.Market;
using Backtest.Engine.Signals;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Signals;

public sealed class MarketViewTests
{
    [Fact]
    public void AStrategySeesTheBarsOfItsSliceAndSharesItsColumns()
    {
        var series = ExampleBars.Random(10, 3);
        var (slice, cache) = (new BarSlice(series, 2, 5, 9), new ColumnCache());
        var market = new MarketView(slice, cache);

        var columns = market.Columns(new ColumnKey("double", 2), (seen, key) => [[.. seen.Close.ToArray().Select(close => close * key.First)]]);

        Assert.Equal((7, 3), (market.Count, market.First));
        Assert.Equal(
            (series[2], series.Close[8] * 2),
            (new Bar(market.CloseTimes[0], market.Open[0], market.High[0], market.Low[0], market.Close[0], market.Volume[0]), columns[0][6]));
        Assert.Same(columns, new MarketView(slice, cache).Columns(new ColumnKey("double", 2), (_, _) => throw new InvalidOperationException()));
    }
}
