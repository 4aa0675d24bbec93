using Backtest.Engine.Execution;
using Backtest.Engine.Statistics;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Statistics;

public sealed class TradeSumsTests
{
    [Fact]
    public void NoTradesAreAllZeros() => Assert.Equal(new TradeSums(0, 0, 0, 0, 0, 0, 0), TradeSums.Of([], 100));

    /// <summary>10 x 10 bought of 100, sold for 120; 10 x 12 bought of 120 and sold for 60; 5 x 10 bought of 60, still open.</summary>
    [Fact]
    public void WinnersLosersFeesAndAnOpenTradeAreSummed()
    {
        var sums = TradeSums.Of(
            [
                new Trade(0, 1, 10, 10, 12, 0, 0),
                new Trade(2, 3, 10, 12, 7, 0, 10),
                new Trade(4, -1, 5, 10, double.NaN, 2, 0),
            ],
            100);

        Assert.Equal(new TradeSums(3, 2, 1, 20, -60, 12, 1 + 1 + 1 + 1 + 50.0 / 60), sums);
    }

    [Fact]
    public void ATradeThatEndsEvenNeitherWinsNorLoses()
    {
        var sums = TradeSums.Of([new Trade(0, 1, 1, 100, 100, 0, 0)], 100);

        Assert.Equal((1, 0, 0, 0), (sums.Closed, sums.Won, sums.Profit, sums.Loss));
    }

    [Fact]
    public void ProfitAndLossAreTheSumOfTheResults()
    {
        var trade = Gen.Select(Gen.Double[1, 100], Gen.Double[1, 100], Gen.Double[0, 1], Gen.Double[0, 1], (entry, exit, entryFee, exitFee) =>
            new Trade(0, 1, 1, entry, exit, entryFee, exitFee));
        trade.Array[0, 50].Sample(trades =>
        {
            var sums = TradeSums.Of(trades, 1e6);

            Near.Equal(trades.Sum(one => one.NetResult), sums.Profit + sums.Loss, "results");
            Near.Equal(trades.Sum(one => one.EntryFee + one.ExitFee), sums.Fees, "fees");
            Assert.Equal(trades.Count(one => one.NetResult > 0), sums.Won);
        });
    }
}
