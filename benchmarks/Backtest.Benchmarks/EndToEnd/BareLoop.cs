using System.Diagnostics;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;

namespace Backtest.Benchmarks.EndToEnd;

/// <summary>The least that running a plan can cost: threads that take ranges off a counter and run them; nothing is sent or recorded.</summary>
internal static class BareLoop
{
    private const int RangeSize = 50;

    /// <summary>Runs all backtests of a plan.</summary>
    /// <returns>The time it took.</returns>
    public static TimeSpan Run(Plan plan, int threads)
    {
        var columns = new ColumnCache();
        var next = 0L;
        var results = new BacktestResult[plan.Count];
        var began = Stopwatch.GetTimestamp();
        Thread[] started =
        [
            .. Enumerable.Range(0, threads).Select(_ => new Thread(() =>
            {
                var runner = new BacktestRunner(plan, columns);
                long first;
                while ((first = Interlocked.Add(ref next, RangeSize) - RangeSize) < plan.Count)
                {
                    for (var index = first; index < Math.Min(plan.Count, first + RangeSize); index++) results[index] = runner.Run(index);
                }
            })),
        ];
        foreach (var thread in started) thread.Start();
        foreach (var thread in started) thread.Join();
        return Stopwatch.GetElapsedTime(began);
    }
}
