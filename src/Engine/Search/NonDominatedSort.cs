namespace Backtest.Engine.Search;

/// <summary>Sorts trials into fronts: front 0 is what no trial dominates, front k what only trials of fronts before it dominate. The efficient
/// non-dominated sort of X. Zhang, Y. Tian, R. Cheng and Y. Jin (2015): trials are taken best first, so that a dominator comes before what it
/// dominates, and the front of each is found by bisection. Of equal trials only the first is looked at.</summary>
internal sealed class NonDominatedSort
{
    private readonly int[][] _levels;

    /// <exception cref="ArgumentException">The trials have no objectives, or not all as many.</exception>
    public NonDominatedSort(IReadOnlyList<Trial> trials)
    {
        var objectives = new ObjectiveTable(trials);
        _levels = [.. Enumerable.Range(0, objectives.Width).Select(objectives.Levels)];
    }

    /// <summary>The fronts of some trials, at most so many: what those dominate is left out.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Fronts(IEnumerable<int> trials, int most = int.MaxValue)
    {
        int[] order = [.. trials];
        Array.Sort(order, (a, b) => CompareBestFirst(a, b) is var best and not 0 ? best : a.CompareTo(b));
        List<List<int>> fronts = [];
        List<IFrontOutline> outlines = [];
        var front = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var isNew = i == 0 || CompareBestFirst(order[i - 1], order[i]) != 0;
            if (isNew) front = FrontOf(outlines, order[i]);
            if (front == most) continue;
            if (front == fronts.Count)
            {
                fronts.Add([]);
                outlines.Add(NewOutline());
            }

            fronts[front].Add(order[i]);
            if (isNew) outlines[front].Add(order[i]);
        }

        return fronts;
    }

    private IFrontOutline NewOutline() => _levels.Length switch
    {
        1 => new FrontPoint(),
        2 => new Staircase(_levels[1], _levels[1]),
        3 => new Staircase(_levels[1], _levels[2]),
        _ => new FrontColumns(_levels),
    };

    /// <summary>Negative where <paramref name="a"/> is better in the first objective that differs.</summary>
    private int CompareBestFirst(int a, int b)
    {
        foreach (var levels in _levels)
        {
            if (levels[a] != levels[b]) return levels[b].CompareTo(levels[a]);
        }

        return 0;
    }

    /// <summary>The first front that does not dominate the trial: all before it do.</summary>
    private static int FrontOf(List<IFrontOutline> outlines, int trial)
    {
        var (low, high) = (0, outlines.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (outlines[middle].Dominates(trial)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
