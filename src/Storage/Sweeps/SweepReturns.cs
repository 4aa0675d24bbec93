using Backtest.Engine.Numerics;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Engine.Statistics.Sweeps;
using Backtest.Engine.Studies;
using Backtest.Storage.Results;

namespace Backtest.Storage.Sweeps;

/// <summary>The returns of a sample of backtests, which are not recorded: computed again.</summary>
/// <param name="Matrix">The returns, in the order of the plan.</param>
/// <param name="Different">How many are no longer what is recorded: their strategy is not deterministic. Those that fail now are left out.</param>
public sealed record SweepReturns(ReturnMatrix Matrix, int Different)
{
    /// <summary>No more memory than this is taken for returns, unless two backtests take more.</summary>
    public const long MostBytes = 256L << 20;

    /// <summary>How many backtests of so many bars fit.</summary>
    public static int Most(int bars) => (int)Math.Clamp(MostBytes / (sizeof(double) * (long)bars), 2, int.MaxValue);

    /// <summary>Computes the backtests at some positions again.</summary>
    public static SweepReturns Of(ResultTable table, int[] positions, IndexLoop loop)
    {
        var (rows, different) = (new double[positions.Length][], 0);
        var columns = new ColumnCache();
        using var runners = new ThreadLocal<BacktestRunner>(() => new BacktestRunner(table.Plan, columns));
        loop(positions.Length, at =>
        {
            var row = table[positions[at]];
            try
            {
                var replay = runners.Value!.Replay(row.Index);
                var now = BacktestResult.Done(row.Key, replay.Metrics, new CanonicalHasher());
                if (now.Hash != row.Result.Hash) Interlocked.Increment(ref different);
                rows[at] = SimpleReturns.Of(replay.Backtest.Account.Capital, replay.Equity);
            }
            catch (Exception)
            {
                // It ran to its end when it was recorded, and does not now.
                Interlocked.Increment(ref different);
            }
        });
        double[][] computed = [.. rows.Where(row => row is not null)];
        return new SweepReturns(new ReturnMatrix(computed.Length == 0 ? 0 : computed[0].Length, computed), different);
    }
}
