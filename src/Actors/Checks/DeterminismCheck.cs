using Backtest.Engine.Numerics;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;

namespace Backtest.Actors.Checks;

/// <summary>Tries whether a backtest gives the same result, whatever ran before it and beside it. Each of a sample is run several ways, and the
/// hashes of its results are compared with that of the first.</summary>
public static class DeterminismCheck
{
    /// <summary>Runs a sample.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sample">The indices.</param>
    /// <param name="cancellation">Stops between two backtests.</param>
    /// <returns>For each index the ways that gave another result; none where all were the same.</returns>
    public static IReadOnlyList<IReadOnlyList<RunWay>> Run(Plan plan, IReadOnlyList<long> sample, CancellationToken cancellation = default)
    {
        var columns = new ColumnCache();
        var runner = new BacktestRunner(plan, columns);
        var first = InOrder(runner, sample, cancellation);
        List<RunWay>[] different = [.. sample.Select(_ => new List<RunWay>())];
        Compare(RunWay.Again, InOrder(runner, sample, cancellation));
        Compare(RunWay.InAnotherOrder, [.. InOrder(runner, [.. sample.Reverse()], cancellation).Reverse()]);
        Compare(RunWay.OnFreshInstances, [.. sample.Select(index => Hash(new BacktestRunner(plan, new ColumnCache()), index, cancellation))]);
        foreach (var hashes in OnTwoThreads(plan, columns, sample, cancellation)) Compare(RunWay.OnTwoThreads, hashes);
        return different;

        void Compare(RunWay way, Hash128[] hashes)
        {
            for (var at = 0; at < hashes.Length; at++)
            {
                if (hashes[at] != first[at] && !different[at].Contains(way)) different[at].Add(way);
            }
        }
    }

    private static Hash128[] InOrder(BacktestRunner runner, IReadOnlyList<long> sample, CancellationToken cancellation) =>
        [.. sample.Select(index => Hash(runner, index, cancellation))];

    /// <summary>Both threads run all of the sample at the same time, one from its end: workers do not wait for each other either.</summary>
    private static Hash128[][] OnTwoThreads(Plan plan, ColumnCache columns, IReadOnlyList<long> sample, CancellationToken cancellation)
    {
        Hash128[][] hashes = [[], []];
        Exception? stopped = null;
        Thread[] threads = [.. Enumerable.Range(0, 2).Select(at => new Thread(() => RunAll(at)) { IsBackground = true })];
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        if (stopped is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(stopped);
        Array.Reverse(hashes[1]);
        return hashes;

        void RunAll(int at)
        {
            try
            {
                hashes[at] = InOrder(new BacktestRunner(plan, columns), at == 0 ? sample : [.. sample.Reverse()], cancellation);
            }
            catch (Exception exception)
            {
                Volatile.Write(ref stopped, exception);
            }
        }
    }

    private static Hash128 Hash(BacktestRunner runner, long index, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return runner.Run(index).Hash;
    }
}

/// <summary>A way to run a backtest that must not change its result.</summary>
public enum RunWay
{
    /// <summary>A second time, after the same ones.</summary>
    Again,

    /// <summary>After others than the first time.</summary>
    InAnotherOrder,

    /// <summary>With an instance of its strategy that has run nothing yet, and nothing cached.</summary>
    OnFreshInstances,

    /// <summary>On two threads at the same time.</summary>
    OnTwoThreads,
}
