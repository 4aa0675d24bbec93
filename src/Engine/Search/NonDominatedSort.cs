namespace Backtest.Engine.Search;

/// <summary>Sorts trials into fronts: front 0 is what no trial dominates, front k what only trials of fronts before it dominate. The efficient
/// non-dominated sort of X. Zhang, Y. Tian, R. Cheng and Y. Jin (2015): trials are taken best first, so that a dominator comes before what it
/// dominates, and the front of each is found by bisection. O(n log n) for one or two objectives, where the last trial of a front decides.</summary>
internal sealed class NonDominatedSort(ObjectiveTable objectives)
{
    private readonly List<List<int>> _fronts = [];

    /// <summary>The fronts of some trials; only the first where <paramref name="firstOnly"/>.</summary>
    public IReadOnlyList<List<int>> Fronts(IEnumerable<int> trials, bool firstOnly = false)
    {
        int[] order = [.. trials];
        Array.Sort(order, (a, b) => objectives.CompareBestFirst(a, b) is var best and not 0 ? best : a.CompareTo(b));
        _fronts.Clear();
        foreach (var trial in order)
        {
            var front = firstOnly ? (_fronts.Count > 0 && IsDominated(_fronts[0], trial) ? 1 : 0) : FrontOf(trial);
            if (firstOnly && front == 1) continue;
            if (front == _fronts.Count) _fronts.Add([]);
            _fronts[front].Add(trial);
        }

        return _fronts;
    }

    /// <summary>The first front that does not dominate the trial: all before it do.</summary>
    private int FrontOf(int trial)
    {
        var (low, high) = (0, _fronts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsDominated(_fronts[middle], trial)) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private bool IsDominated(List<int> front, int trial)
    {
        if (objectives.Width <= 2) return objectives.Dominates(front[^1], trial);
        for (var i = front.Count - 1; i >= 0; i--)
        {
            if (objectives.Dominates(front[i], trial)) return true;
        }

        return false;
    }
}
