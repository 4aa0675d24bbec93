using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Execution;

/// <summary>What holding a position costs, by hand. Bars are days.</summary>
public sealed class AccountCarryTests
{
    private static readonly BarSeries Flat = ExampleBars.Of(10, 10, 10, 10, 10, 10);

    [Fact]
    public void AShortPositionPaysBorrowForEachBarAtWhoseCloseItIsHeld()
    {
        var run = PortfolioScript.Run(
            [Flat], [Trade(-50), null, null, Trade(50)], new AccountTerms { BorrowRate = 0.365 });

        // 500 x 36.5 % / 365 = 0.5 a day, at the closes of bars 1, 2 and 3.
        Same(-1.5, run.Carry.Borrow);
        Same(-1.5, Assert.Single(run.Trades).Carry);
        Same(-1.5, run.Trades[0].NetResult);
        Assert.Equal([1000, 999.5, 999, 998.5, 998.5, 998.5], run.Equity.Select(equity => Math.Round(equity, 9)));
        Assert.Equal(0, PortfolioScript.Run([Flat], [Trade(50)], new AccountTerms { BorrowRate = 0.365 }).Carry.Total);
    }

    [Fact]
    public void TheTimeBetweenTwoBarsIsPaidForWhatTheEarlierCloseHeld()
    {
        var weekend = new BarSeries("FRI", Timeframe.Day, new BarColumns(
            new[] { 1, 2, 5, 6 }.Select(day => day * TimeSpan.TicksPerDay).ToArray(), new double[] { 10, 10, 10, 10 },
            new double[] { 10, 10, 10, 10 }, new double[] { 10, 10, 10, 10 }, new double[] { 10, 10, 10, 10 }, new double[4]));

        // Entered on day 2, left at the open of the bar after the weekend: one day and the two of the weekend.
        var run = PortfolioScript.Run([weekend], [Trade(-50), Trade(50)], new AccountTerms { BorrowRate = 0.365 });

        Same(-1.5, run.Carry.Borrow);
    }

    [Fact]
    public void BorrowedCashPaysInterestWhichNoTradeHas()
    {
        var run = PortfolioScript.Run([Flat], [Trade(150)], new AccountTerms { Leverage = 2, InterestRate = 0.365 });

        // 500 borrowed: 0.5 on the first day, a little more on each later one.
        Assert.Equal(999.5, run.Equity[1], 9);
        Assert.Equal(-(0.5 + 0.5005 + 0.501001), run.Equity[3] - 1000, 5);
        Same(run.Equity[^1] - 1000, run.Carry.Interest);
        Assert.Equal(0, run.Trades[0].Carry);
    }

    [Fact]
    public void FundingIsPaidByLongToShortAtEachOfItsMoments()
    {
        var terms = new AccountTerms { Funding = new FundingRates(0.001, TimeSpan.FromHours(8)) };

        Same(-3 * 2 * 0.5, PortfolioScript.Run([Flat], [Trade(50), null, Trade(-50)], terms).Carry.Funding);
        Same(3 * 2 * 0.5, PortfolioScript.Run([Flat], [Trade(-50), null, Trade(50)], terms).Carry.Funding);
    }

    [Fact]
    public void FundingRatesOfAFileArePaidAtTheirOwnMoments()
    {
        var rates = new FundingRates(
            [TimeSpan.TicksPerDay, 2 * TimeSpan.TicksPerDay, 2 * TimeSpan.TicksPerDay + 1, 9 * TimeSpan.TicksPerDay], [0.5, 0.001, 0.002, 0.7]);

        // Held at the closes of bar 1 (day 2) and of bar 2 (day 3).
        var run = PortfolioScript.Run([Flat], [Trade(50), null, Trade(-50)], new AccountTerms { Funding = rates });

        Same(-0.5 - 1, run.Carry.Funding);
    }

    [Fact]
    public void APartOfAPositionTakesItsPartOfWhatWasPaid()
    {
        var run = PortfolioScript.Run([Flat], [Trade(-40), Trade(10), Trade(30)], new AccountTerms { BorrowRate = 0.365 });

        Same(-0.1, run.Trades[0].Carry);
        Same(-0.6, run.Trades[1].Carry);
    }

    private static void Same(double expected, double actual) => Assert.Equal(expected, actual, 9);

    private static Action<PortfolioOrders, Account> Trade(double quantity) => (orders, _) => orders[0].Place(Order.Market(quantity));
}
