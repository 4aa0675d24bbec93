using Backtest.Engine.Execution;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Engine.Statistics.Pooling;

namespace Backtest.Engine.Tests.Statistics.Pooling;

/// <summary>Made up results of windows, with a capital of 100 and 250 bars a year.</summary>
internal static class ExampleWindows
{
    public static AccountSettings Account { get; } = new(100, new TradingCosts(), FillTime.NextOpen, 250, 0);

    /// <summary>A window with some closed trades, whose results are given.</summary>
    public static Metrics Window(int bars, double sharpe, double drawdown, params double[] results)
    {
        var (profit, loss) = (results.Where(result => result > 0).Sum(), results.Where(result => result < 0).Sum());
        var count = results.Length;
        return Metrics.Undefined with
        {
            Bars = bars,
            TotalReturn = (profit + loss) / 100,
            Sharpe = sharpe,
            MaxDrawdown = drawdown,
            MaxDrawdownBars = bars / 10,
            Trades = count,
            ClosedTrades = count,
            WinRate = count == 0 ? double.NaN : results.Count(result => result > 0) / (double)count,
            ProfitFactor = loss < 0 ? profit / -loss : double.NaN,
            Expectancy = count == 0 ? double.NaN : (profit + loss) / count,
            FeesPaid = count,
            FinalEquity = 100 + profit + loss,
        };
    }

    public static WindowPool Pool(params Metrics[] windows)
    {
        var pool = new WindowPool();
        foreach (var window in windows) pool.Add(in window, Account);
        return pool;
    }

    public static double Of(this WindowPool pool, string name) => PooledMetric.Find(name)!.Of(pool);
}
