namespace Backtest.Engine.Search;

/// <summary>Sorts trials into fronts: front 0 is what no trial dominates, front k what only trials of fronts before it dominate. The efficient
/// non-dominated sort of X. Zhang, Y. Tian, R. Cheng and Y. Jin (2015): trials are taken best first, so that a dominator comes before what it
/// dominates, and the front of each is found by bisection. With up to three objectives a front is asked by bisection, with more by looking at
/// its members.</summary>
internal sealed class NonDominatedSort(ObjectiveTable objectives)
{
    /// <summary>The fronts of some trials, at most so many: what those dominate is left out.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Fronts(IEnumerable<int> trials, int most = int.MaxValue)
    {
        int[] order = [.. trials];
        Array.Sort(order, (a, b) => objectives.CompareBestFirst(a, b) is var best and not 0 ? best : a.CompareTo(b));
        List<Front> fronts = [];
        foreach (var trial in order)
        {
            var front = FrontOf(fronts, trial);
            if (front == most) continue;
            if (front == fronts.Count) fronts.Add(new Front(objectives));
            fronts[front].Add(trial);
        }

        return [.. fronts.Select(front => front.Members)];
    }

    /// <summary>The first front that does not dominate the trial: all before it do.</summary>
    private static int FrontOf(List<Front> fronts, int trial)
    {
        var (low, high) = (0, fronts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (fronts[middle].Dominates(trial)) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private sealed class Front(ObjectiveTable objectives)
    {
        private readonly List<int> _members = [];
        private readonly Staircase? _outline = objectives.Width <= 3 ? new Staircase() : null;

        public IReadOnlyList<int> Members => _members;

        public void Add(int trial)
        {
            _members.Add(trial);
            _outline?.Add(Objective(trial, 0), Objective(trial, 1), Objective(trial, 2));
        }

        public bool Dominates(int trial)
        {
            if (_outline is not null) return _outline.Dominates(Objective(trial, 0), Objective(trial, 1), Objective(trial, 2));
            for (var i = _members.Count - 1; i >= 0; i--)
            {
                if (objectives.Dominates(_members[i], trial)) return true;
            }

            return false;
        }

        private double Objective(int trial, int objective) => objective < objectives.Width ? objectives[trial, objective] : 0;
    }
}
