namespace Backtest.Engine.Search;

/// <summary>A front of two or three objectives. What its trials cover in the second and the third objective is a staircase, so that bisection tells
/// whether a later trial is dominated (H. T. Kung, F. Luccio and F. P. Preparata, "On finding the maxima of a set of vectors", 1975).</summary>
/// <param name="second">The level of each trial in the second objective.</param>
/// <param name="third">The level of each trial in the third objective; in the second where there are two.</param>
internal sealed class Staircase(int[] second, int[] third) : IFrontOutline
{
    /// <summary>From the largest second and least third level to the least second and largest third.</summary>
    private readonly List<(int Second, int Third)> _steps = [];

    /// <inheritdoc />
    public bool Dominates(int trial) =>
        StepsAbove(second[trial] - 1) is var steps and > 0 && _steps[steps - 1].Third >= third[trial];

    /// <inheritdoc />
    public void Add(int trial)
    {
        var (at, level) = (StepsAbove(second[trial]), third[trial]);
        var end = at;
        while (end < _steps.Count && _steps[end].Third <= level) end++;
        _steps.RemoveRange(at, end - at);
        _steps.Insert(at, (second[trial], level));
    }

    /// <summary>How many steps have a larger second level: they come first.</summary>
    private int StepsAbove(int level)
    {
        var (low, high) = (0, _steps.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_steps[middle].Second > level) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
