using Backtest.Engine.Studies;
using Backtest.Storage.Results;

namespace Backtest.Storage.Pooling;

/// <summary>The recorded results of a study, one row a parameter set and data set, pooled over windows as they are asked for. Nothing is run
/// again, and no pooled figure is kept: a set is where its rows are.</summary>
public sealed class PooledTable
{
    private readonly int[] _starts;
    private readonly bool[] _pooled;

    /// <summary>Pools the rows of a table.</summary>
    /// <param name="results">The results.</param>
    /// <param name="windows">Which windows.</param>
    public PooledTable(ResultTable results, PooledWindows windows = PooledWindows.Automatic)
    {
        (Results, Columns) = (results, new PooledColumns(results));
        _pooled = PooledWindowsOfPlan.Of(results.Plan, windows);
        // Windows vary fastest in a plan: the rows of a set follow each other.
        var (starts, before) = (new List<int>(), -1L);
        for (var position = 0; position < results.Count; position++)
        {
            var row = results[position];
            if (!_pooled[row.WindowAt] || row.Index / _pooled.Length == before) continue;
            before = row.Index / _pooled.Length;
            starts.Add(position);
        }

        _starts = [.. starts];
    }

    /// <summary>The results that are pooled.</summary>
    public ResultTable Results { get; }

    /// <summary>The columns that a set has.</summary>
    public PooledColumns Columns { get; }

    /// <summary>The number of sets with a recorded window.</summary>
    public int Count => _starts.Length;

    /// <summary>How many windows of the plan are pooled.</summary>
    public int PooledCount => _pooled.Count(pooled => pooled);

    /// <summary>Reads a set.</summary>
    /// <param name="at">Its position, in the order of the plan.</param>
    /// <param name="set">Takes it; its score is unknown.</param>
    public void Read(int at, PooledSet set)
    {
        set.First = Results[_starts[at]];
        set.Score = double.NaN;
        set.Pool.Clear();
        var (plan, end) = (set.First.Index / _pooled.Length, Results.Count);
        var account = Results.Plan.Accounts[set.First.DataSetAt];
        for (var position = _starts[at]; position < end; position++)
        {
            var row = Results[position];
            if (row.Index / _pooled.Length != plan) return;
            if (!_pooled[row.WindowAt]) continue;
            if (row.Status == ResultStatus.Done) set.Pool.Add(row.Metrics, account);
            else set.Pool.AddFailed();
        }
    }
}
