using Backtest.Engine.Numerics;

namespace Backtest.Engine.Search;

/// <summary>The tree-structured Parzen estimator (J. Bergstra, R. Bardenet, Y. Bengio and B. Kégl, "Algorithms for hyper-parameter optimization",
/// 2011; S. Watanabe, "Tree-structured Parzen estimator", 2023). The trials told are split into the best, min(MostGood, ceil(Gamma * trials)), and
/// the rest; l(x) is the density of the best, g(x) that of the rest, both products over the axes. For each set asked for, candidates are drawn from l
/// and the one of the largest l(x) / g(x) is taken that is allowed and was not taken before; so the sets of one generation differ, each with
/// chance of its own. Where no candidate is free, a random set is. Several objectives: the best are those of the least non-domination
/// rank, within a rank the least crowded. Failed and infeasible trials never count as good.</summary>
/// <param name="Seed">The seed; any number.</param>
/// <param name="Generation">How many sets are asked for at a time; 1 or more.</param>
public sealed record TreeParzenSearch(ulong Seed, int Generation) : ISearch
{
    /// <inheritdoc />
    public int Generation { get; } = AtLeast.One(Generation, nameof(Generation));

    /// <summary>The settings.</summary>
    public TreeParzenSettings Settings { get; init; } = TreeParzenSettings.Default;

    /// <inheritdoc />
    public IReadOnlyList<long> Ask(SearchSpace space, IReadOnlyList<Trial> told, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        most = Math.Min(most, Generation - told.Count % Generation);
        var model = Learn(space, [.. told.Take(told.Count - told.Count % Generation)]);
        var fresh = new FreshSets(space, told);
        List<long> asked = [];
        while (asked.Count < most && Choose(model, fresh, SlotRandom.Of(Seed, told.Count + asked.Count)) is { } set) asked.Add(set);
        return asked;
    }

    /// <summary>Null where there is too little to learn from.</summary>
    private TreeParzenModel? Learn(SearchSpace space, IReadOnlyList<Trial> trials)
    {
        if (trials.Count < Settings.StartupSets) return null;
        var most = Math.Min(Settings.MostGood, (int)Math.Ceiling(Settings.Gamma * trials.Count));
        var best = ParetoFront.BestFirst(trials);
        var good = best.Take(most).TakeWhile(trial => trials[trial].Feasible && trials[trial].HasObjective).Count();
        return good == 0
            ? null
            : new TreeParzenModel(space, SetsOf(best.Take(good)), SetsOf(best.Skip(good)), Settings.PriorWeight);

        long[] SetsOf(IEnumerable<int> positions) => [.. positions.Select(position => trials[position].Set)];
    }

    private long? Choose(TreeParzenModel? model, FreshSets fresh, SeededRandom random)
    {
        if (model is null) return fresh.Draw(random);
        (long? Set, double Score) best = (null, double.NegativeInfinity);
        for (var i = 0; i < Settings.Candidates; i++)
        {
            var (set, score) = model.Draw(random);
            if (score > best.Score && fresh.IsFree(set)) best = (set, score);
        }

        return best.Set is { } chosen && fresh.TryTake(chosen) ? chosen : fresh.Draw(random);
    }
}
