using System.Diagnostics;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;

namespace CompleteExample;

/// <summary>Says how long a run will take: a few of its backtests are timed here and now, since no formula knows machine and strategy.</summary>
public static class TimeEstimate
{
    /// <summary>Times the first backtests and scales up.</summary>
    /// <param name="study">The study.</param>
    /// <param name="sample">How many to time.</param>
    /// <param name="workers">Workers that will share the work.</param>
    public static TimeSpan Measure(Study study, int sample, int workers)
    {
        var plan = new Plan(study);
        var runner = new BacktestRunner(plan, new ColumnCache());
        sample = (int)Math.Min(sample, plan.Count);
        Time(runner, sample); // compiles, and computes indicators: most of a run finds them computed
        return Time(runner, sample) / sample * plan.Count / workers;
    }

    private static TimeSpan Time(BacktestRunner runner, int count)
    {
        var start = Stopwatch.GetTimestamp();
        for (var index = 0; index < count; index++) runner.Run(index);
        return Stopwatch.GetElapsedTime(start);
    }
}
