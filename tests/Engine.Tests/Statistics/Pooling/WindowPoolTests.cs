using Backtest.Engine.Statistics.Pooling;
using Backtest.Engine.Tests.Examples;
using CsCheck;
using static Backtest.Engine.Tests.Statistics.Pooling.ExampleWindows;

namespace Backtest.Engine.Tests.Statistics.Pooling;

public sealed class WindowPoolTests
{
    [Fact]
    public void SumsAreSumsAndTheDrawdownIsTheWorst()
    {
        var pool = Pool(Window(100, 1, -0.1534, 10, -4), Window(300, 2, -0.1571, -2, -2, 1), Window(100, double.NaN, 0));

        Assert.Equal((3.0, 1.0, 2.0, 500.0), (pool.Of("windows"), pool.Of("profitable_windows"), pool.Of("traded_windows"), pool.Of("bars")));
        Assert.Equal((3.0, 0.01, -0.03), (pool.Of("net_gain"), pool.Of("total_return"), pool.Of("worst_return")));
        Assert.Equal((-0.1571, 30.0), (pool.Of("max_drawdown"), pool.Of("max_drawdown_bars")));
        Assert.Equal((5.0, 5.0, 5.0, 2.5), (pool.Of("trades"), pool.Of("closed_trades"), pool.Of("fees_paid"), pool.Of("trades_per_year")));
    }

    [Fact]
    public void MeansAreWeightedByBarsAndLeaveOutWhatIsUndefined() =>
        Assert.Equal((100 * 1 + 300 * 2) / 400.0, Pool(Window(100, 1, 0), Window(300, 2, 0), Window(700, double.NaN, 0)).Of("sharpe"), 12);

    [Fact]
    public void RatiosOfTradesAreThoseOfAllTradesTogether() =>
        Gen.Double[-10, 10].Array[0, 6].Array[1, 5].Sample(windows =>
        {
            var pool = Pool([.. windows.Select(results => Window(100, 1, -0.1, results))]);
            var all = windows.SelectMany(results => results).ToArray();
            var (profit, loss) = (all.Where(result => result > 0).Sum(), all.Where(result => result < 0).Sum());
            var (won, lost) = (all.Count(result => result > 0), all.Count(result => result <= 0));
            Near.Equal((double)won / all.Length, pool.Of("win_rate"), "win rate");
            Near.Equal(all.Sum() / all.Length, pool.Of("expectancy"), "expectancy");
            if (loss < 0) Near.Equal(profit / -loss, pool.Of("profit_factor"), "profit factor", 1e-6);
            if (loss < 0 && won > 0) Near.Equal(profit / won / (-loss / lost), pool.Of("payoff_ratio"), "payoff", 1e-6);
        });

    [Fact]
    public void WithoutALossThereIsNoProfitFactorAndAFactorOfOneHidesTheGrossResults()
    {
        Assert.Equal(double.NaN, Pool(Window(10, 1, 0, 5)).Of("profit_factor"));
        Assert.Equal(double.NaN, Pool(Window(10, 1, 0, 5, -5), Window(10, 1, 0, 5, -1)).Of("profit_factor"));
        Assert.Equal(1, Pool(Window(10, 1, 0, 5, -5), Window(10, 1, 0, 5, -1)).Of("expectancy"));
    }

    [Fact]
    public void FailedWindowsAreCountedAndClearForgetsAll()
    {
        var pool = Pool(Window(100, 1, -0.1, 5));
        pool.AddFailed();
        Assert.Equal((1.0, 1.0), (pool.Of("windows"), pool.Of("failed_windows")));

        pool.Clear();

        Assert.All(PooledMetric.All, metric => Assert.True(metric.Of(pool) is 0 or double.NaN, metric.Name));
    }
}
