using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;

namespace Backtest.Storage.Results.Selection;

/// <summary>One metric of all parameter sets on one data set, a row a set and a column a window.</summary>
internal sealed class MeritTable
{
    private readonly double[] _merits;
    private readonly int[] _bars;
    private readonly bool[] _recorded;
    private readonly int _windows;

    /// <summary>Reads the metric.</summary>
    public MeritTable(ResultTable table, Metric metric, int dataSet)
    {
        var plan = table.Plan;
        _windows = plan.Windows.Count;
        Sets = checked((int)plan.SetCount);
        (_merits, _bars, _recorded) = (new double[Sets * _windows], new int[Sets * _windows], new bool[Sets * _windows]);
        Array.Fill(_merits, double.NaN);
        for (var position = 0; position < table.Count; position++)
        {
            var row = table[position];
            var (unit, window) = Math.DivRem(row.Index, _windows);
            var (set, data) = Math.DivRem(unit, plan.Study.Series.Count);
            if (data != dataSet) continue;
            var at = (int)set * _windows + (int)window;
            _recorded[at] = true;
            if (row.Status != ResultStatus.Done) continue;
            (_merits[at], _bars[at]) = (metric.Merit(row.Metrics), row.Metrics.Bars);
        }
    }

    /// <summary>The number of sets.</summary>
    public int Sets { get; }

    /// <summary>Whether a set is recorded in all of some windows.</summary>
    public bool IsRecorded(int set, IReadOnlyList<int> windows)
    {
        foreach (var window in windows)
        {
            if (!_recorded[set * _windows + window]) return false;
        }

        return true;
    }

    /// <summary>The mean over windows, weighted by their bars, where larger is better; NaN where it is undefined in one of them.</summary>
    public double Mean(int set, IReadOnlyList<int> windows)
    {
        var (sum, weight) = (0.0, 0.0);
        foreach (var window in windows)
        {
            var at = set * _windows + window;
            sum += _merits[at] * _bars[at];
            weight += _bars[at];
        }

        return weight > 0 ? sum / weight : double.NaN;
    }
}
