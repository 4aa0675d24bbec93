using System.Collections.Concurrent;
using Backtest.Engine.Numerics;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;

namespace Backtest.Storage.Results;

/// <summary>Runs a seeded sample of recorded backtests again and compares their hashes: what differs was computed by a strategy that is not
/// deterministic, or by a machine that computes differently.</summary>
/// <param name="Count">Backtests run again.</param>
/// <param name="Different">Those that gave another result, in the order of the plan, with that result.</param>
public sealed record Recomputation(int Count, IReadOnlyList<(ResultRow Row, BacktestResult Now)> Different)
{
    /// <summary>Runs a sample again, on all cores.</summary>
    /// <param name="table">The results.</param>
    /// <param name="count">How many; all where there are not as many. Those that timed out or crashed are not tried.</param>
    /// <param name="seed">Chooses the sample.</param>
    /// <param name="cancellation">Stops between two backtests.</param>
    public static Recomputation Run(ResultTable table, int count, ulong seed, CancellationToken cancellation = default)
    {
        var sample = Sample(table, count, seed);
        var columns = new ColumnCache();
        ConcurrentBag<(ResultRow Row, BacktestResult Now)> different = [];
        Parallel.For(
            0,
            sample.Length,
            new ParallelOptions { CancellationToken = cancellation },
            () => new BacktestRunner(table.Plan, columns),
            (at, _, runner) =>
            {
                var row = table[sample[at]];
                var now = runner.Run(row.Index);
                if (now.Hash != row.Result.Hash) different.Add((row, now));
                return runner;
            },
            _ => { });
        return new Recomputation(sample.Length, [.. different.OrderBy(pair => pair.Row.Index)]);
    }

    private static int[] Sample(ResultTable table, int count, ulong seed)
    {
        int[] positions = [.. Enumerable.Range(0, table.Count).Where(position => table[position].Status is ResultStatus.Done or ResultStatus.Failed)];
        var random = new SeededRandom(seed);
        count = Math.Min(count, positions.Length);
        for (var i = 0; i < count; i++)
        {
            var other = i + (int)(random.NextDouble() * (positions.Length - i));
            (positions[i], positions[other]) = (positions[other], positions[i]);
        }

        Array.Sort(positions, 0, count);
        return positions[..count];
    }
}
