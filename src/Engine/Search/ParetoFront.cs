namespace Backtest.Engine.Search;

/// <summary>Which trials are best where there are several objectives. A trial dominates another that is as good in every objective and worse in
/// one; a feasible trial dominates every infeasible one (K. Deb, A. Pratap, S. Agarwal and T. Meyarivan, "A fast and elitist multiobjective genetic
/// algorithm: NSGA-II", 2002).</summary>
public static class ParetoFront
{
    /// <summary>The feasible trials that no other dominates, as ascending positions in the list; equal trials are all in it. A trial without any
    /// objective (all NaN) never is. O(n log n) for up to three objectives, O(n * front) for more.</summary>
    /// <exception cref="ArgumentException">The trials have no objectives, or not all as many.</exception>
    public static IReadOnlyList<int> Of(IReadOnlyList<Trial> trials)
    {
        var candidates = Positions(trials, trial => trial.Feasible && trial.HasObjective);
        var fronts = new NonDominatedSort(trials).Fronts(candidates, most: 1);
        return fronts.Count == 0 ? [] : [.. fronts[0].Order()];
    }

    /// <summary>The rank of each trial: 0 where nothing dominates it, k where only trials of ranks before k do. Ranks of infeasible trials, which are
    /// compared among themselves, follow those of feasible ones.</summary>
    /// <exception cref="ArgumentException">The trials have no objectives, or not all as many.</exception>
    public static IReadOnlyList<int> Ranks(IReadOnlyList<Trial> trials)
    {
        var ranks = new int[trials.Count];
        var sort = new NonDominatedSort(trials);
        var rank = 0;
        foreach (var feasible in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (var front in sort.Fronts(Positions(trials, trial => trial.Feasible == feasible)))
            {
                foreach (var trial in front) ranks[trial] = rank;
                rank++;
            }
        }

        return ranks;
    }

    /// <summary>The crowding distance of each trial among those of its rank: the sum over the objectives of the gap between its two neighbours, as a
    /// share of the range; infinite for the best and the worst of an objective. Ranges that are zero or not finite add nothing.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="ranks">Their <see cref="Ranks"/>.</param>
    /// <exception cref="ArgumentException">The trials have no objectives, not all as many, or not as many as ranks.</exception>
    public static IReadOnlyList<double> Crowding(IReadOnlyList<Trial> trials, IReadOnlyList<int> ranks)
    {
        if (ranks.Count != trials.Count) throw new ArgumentException($"there are {trials.Count} trials and {ranks.Count} ranks", nameof(ranks));
        var objectives = new ObjectiveTable(trials);
        var distances = new double[trials.Count];
        foreach (var front in Positions(trials, _ => true).GroupBy(trial => ranks[trial]))
        {
            int[] members = [.. front];
            for (var k = 0; k < objectives.Width; k++) AddGaps(members, objectives, k, distances);
        }

        return distances;
    }

    /// <summary>The positions of the trials from the best to the worst: by rank, within a rank the less crowded first, ties in the order of the list.
    /// One objective alone: the larger first.</summary>
    /// <exception cref="ArgumentException">The trials have no objectives, or not all as many.</exception>
    public static IReadOnlyList<int> BestFirst(IReadOnlyList<Trial> trials)
    {
        if (trials.Count == 0) return [];
        int[] order = [.. Positions(trials, _ => true)];
        var ranks = Ranks(trials);
        var crowding = trials[0].Objectives.Count == 1 ? new double[trials.Count] : Crowding(trials, ranks);
        Array.Sort(order, Compare);
        return order;

        int Compare(int a, int b)
        {
            if (ranks[a] != ranks[b]) return ranks[a].CompareTo(ranks[b]);
            return crowding[b].CompareTo(crowding[a]) is var wider and not 0 ? wider : a.CompareTo(b);
        }
    }

    private static void AddGaps(int[] members, ObjectiveTable objectives, int k, double[] distances)
    {
        Array.Sort(members, (a, b) => objectives[a, k].CompareTo(objectives[b, k]) is var order and not 0 ? order : a.CompareTo(b));
        var (least, most) = (objectives[members[0], k], objectives[members[^1], k]);
        distances[members[0]] = distances[members[^1]] = double.PositiveInfinity;
        var range = most - least;
        if (!double.IsFinite(range) || range == 0) return;
        for (var i = 1; i < members.Length - 1; i++)
            distances[members[i]] += (objectives[members[i + 1], k] - objectives[members[i - 1], k]) / range;
    }

    private static IEnumerable<int> Positions(IReadOnlyList<Trial> trials, Func<Trial, bool> choose) =>
        Enumerable.Range(0, trials.Count).Where(i => choose(trials[i]));
}
