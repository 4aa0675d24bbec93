namespace Backtest.Engine.Search;

/// <summary>A search as a conversation, for programs: ask for sets, run them anywhere, tell what came out, in any order. What counts is the order of
/// asking, so the sets do not depend on which worker ends first, as long as a generation is told before the next one is asked for. Sets that are
/// asked for and not told yet count as failed in the meantime. For one thread.</summary>
/// <param name="space">The sets to choose from.</param>
/// <param name="search">How they are chosen.</param>
public sealed class AskTell(SearchSpace space, ISearch search)
{
    private readonly List<Trial?> _trials = [];
    private readonly List<long> _asked = [];
    private readonly Dictionary<long, int> _positions = [];
    private int _objectives;

    /// <summary>The trials told so far, in the order in which they were asked for.</summary>
    public IReadOnlyList<Trial> Told => [.. _trials.OfType<Trial>()];

    /// <summary>The sets that were asked for and not told yet, in the order of asking.</summary>
    public IReadOnlyList<long> Pending => [.. _asked.Where((_, position) => _trials[position] is null)];

    /// <summary>The next generation, or what is left of it; none where the search is over.</summary>
    public IReadOnlyList<long> Ask() => Ask(search.Generation);

    /// <summary>The next sets, at most so many; none where the search is over.</summary>
    public IReadOnlyList<long> Ask(int most)
    {
        var next = search.Ask(space, History(), most);
        foreach (var set in next)
        {
            _positions.Add(set, _asked.Count);
            _asked.Add(set);
            _trials.Add(null);
        }

        return next;
    }

    /// <summary>Tells what came out of a set.</summary>
    /// <param name="set">A set that was asked for.</param>
    /// <param name="objectives">What is optimised, larger is better, NaN where undefined; as many as in every other tell.</param>
    /// <param name="feasible">False where a constraint is not met.</param>
    /// <exception cref="ArgumentException">The set was not asked for or is told already, or the number of objectives differs.</exception>
    public void Tell(long set, IReadOnlyList<double> objectives, bool feasible = true)
    {
        if (!_positions.TryGetValue(set, out var position)) throw new ArgumentException($"set {set} was not asked for", nameof(set));
        if (_trials[position] is not null) throw new ArgumentException($"set {set} was told before", nameof(set));
        if (objectives.Count == 0) throw new ArgumentException("give at least one objective; NaN where it is undefined", nameof(objectives));
        if (_objectives > 0 && objectives.Count != _objectives)
            throw new ArgumentException($"give {_objectives} objectives as before, not {objectives.Count}", nameof(objectives));
        _objectives = objectives.Count;
        _trials[position] = new Trial(set, [.. objectives], feasible);
    }

    private List<Trial> History()
    {
        double[] failed = [.. Enumerable.Repeat(double.NaN, Math.Max(1, _objectives))];
        return [.. _asked.Select((set, position) => _trials[position] ?? new Trial(set, failed))];
    }
}
