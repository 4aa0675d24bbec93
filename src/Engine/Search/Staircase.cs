namespace Backtest.Engine.Search;

/// <summary>The outline of a front of at most three objectives, to which points are added in the order of their first objective, best first. What
/// the other two of the points so far cover is a staircase, so that bisection tells whether a new point is dominated (H. T. Kung, F. Luccio and
/// F. P. Preparata, "On finding the maxima of a set of vectors", 1975).</summary>
internal sealed class Staircase
{
    /// <summary>From the largest second and least third objective to the least second and largest third.</summary>
    private readonly List<(double First, double Second, double Third)> _steps = [];

    /// <summary>True where a point so far dominates this one.</summary>
    public bool Dominates(double first, double second, double third)
    {
        var step = StepsBefore(second, orEqual: true) - 1;
        if (step < 0) return false;
        var over = _steps[step];
        var order = over.Third.CompareTo(third);
        return order > 0 || (order == 0 && (over.Second.CompareTo(second) > 0 || over.First.CompareTo(first) > 0));
    }

    /// <summary>Adds a point that is not dominated.</summary>
    public void Add(double first, double second, double third)
    {
        var at = StepsBefore(second, orEqual: true) - 1;
        if (at >= 0 && _steps[at].Third.CompareTo(third) >= 0) return;
        at = StepsBefore(second, orEqual: false);
        var end = at;
        while (end < _steps.Count && _steps[end].Third.CompareTo(third) <= 0) end++;
        _steps.RemoveRange(at, end - at);
        _steps.Insert(at, (first, second, third));
    }

    /// <summary>How many steps have a larger second objective; or at least as large a one.</summary>
    private int StepsBefore(double second, bool orEqual)
    {
        var (low, high) = (0, _steps.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = _steps[middle].Second.CompareTo(second);
            if (order > 0 || (orEqual && order == 0)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
