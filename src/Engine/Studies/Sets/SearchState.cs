using Backtest.Engine.Search;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies.Expressions;

namespace Backtest.Engine.Studies.Sets;

/// <summary>A guided search as it goes: which sets it has asked for, and how they did. Each strategy of a study is searched for itself, with its
/// share of the sets; a generation has some of each. What it asks for is a function of the study and of what it was told.</summary>
public sealed class SearchState
{
    private readonly Study _study;
    private readonly Branch[] _branches;
    private readonly Metric[] _objectives;
    private readonly Func<MetricMeans, bool>? _constraint;
    private readonly List<AskedSet> _asked = [];
    private int _told;

    /// <summary>A search that has asked for nothing yet.</summary>
    /// <exception cref="StudyException">The study's search cannot be done.</exception>
    public SearchState(Study study)
    {
        var search = (GuidedSearch)study.Definition.Search!;
        _study = study;
        _objectives = [.. search.Objectives.Select(Objective)];
        _constraint = Constraint(search);
        var strategies = study.Strategies.Count;
        _branches = [.. study.Strategies.Select((_, at) => Branch.Of(study, at, Share(search.Count, strategies, at)))];
    }

    /// <summary>The sets asked for so far.</summary>
    public IReadOnlyList<AskedSet> Asked => _asked;

    /// <summary>The sets that have been asked for and not told of.</summary>
    public int Pending => _asked.Count - _told;

    /// <summary>True where no set will follow.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether a study is searched in this way.</summary>
    public static bool IsNeeded(Study study) => study.Definition.Search is GuidedSearch;

    /// <summary>Asks for the next generation. All sets asked for before have to be told of.</summary>
    /// <returns>False where the search is over.</returns>
    /// <exception cref="InvalidOperationException">Some are pending.</exception>
    public bool Advance()
    {
        if (Pending > 0) throw new InvalidOperationException($"{Pending} sets have been asked for and not told of");
        var before = _asked.Count;
        for (var strategy = 0; strategy < _branches.Length; strategy++)
        {
            foreach (var set in _branches[strategy].Ask()) _asked.Add(new AskedSet(strategy, set));
        }

        IsOver = _asked.Count == before;
        return !IsOver;
    }

    /// <summary>Tells how the first set that is pending did.</summary>
    /// <param name="runs">The metrics of its runs, one for each data set and window; <see cref="Metrics.Undefined"/> where one failed.</param>
    public void Tell(ReadOnlySpan<Metrics> runs)
    {
        var (means, failed) = (new MetricMeans(), false);
        foreach (ref readonly var run in runs)
        {
            failed |= run.Bars == 0;
            means.Add(in run);
        }

        double[] objectives = [.. _objectives.Select(metric => failed ? double.NaN : Merit(metric, means))];
        var asked = _asked[_told++];
        _branches[asked.Strategy].Tell(new Trial(asked.Set, objectives, !failed && _constraint?.Invoke(means) != false));
    }

    /// <summary>The plan of the sets asked for so far.</summary>
    /// <param name="before">The plan of an earlier state, whose bars are shared; null for none.</param>
    public Plan ToPlan(Plan? before = null) => new(_study, new ListedSets([.. _branches.Select(branch => branch.Grid)], [.. _asked]), IsOver, before);

    private static Metric Objective(string name) => Metric.Find(name) ?? throw new StudyException($"there is no metric '{name}' to search by");

    /// <summary>The share of one strategy; the first ones have one set more where they do not divide evenly.</summary>
    private static long Share(long count, int strategies, int at) => count / strategies + (at < count % strategies ? 1 : 0);

    private static double Merit(Metric metric, MetricMeans means)
    {
        var mean = means[metric];
        return metric.LargerIsBetter ? mean : -mean;
    }

    private static Func<MetricMeans, bool>? Constraint(GuidedSearch search)
    {
        try
        {
            return search.Constraint is null ? null : MetricMeans.Condition(search.Constraint);
        }
        catch (ExpressionException wrong)
        {
            throw new StudyException($"the constraint of the search: {wrong.Message}");
        }
    }

    /// <summary>The search of one strategy.</summary>
    private sealed class Branch(SearchSpace space, ISearch search, long most)
    {
        private readonly List<Trial> _told = [];

        public ParameterGrid Grid => space.Grid;

        public static Branch Of(Study study, int strategy, long most)
        {
            var (entry, search) = (study.Definition.Strategies[strategy], (GuidedSearch)study.Definition.Search!);
            try
            {
                var space = new SearchSpace(new ParameterGrid(study.Strategies[strategy].Declaration.Parameters, entry.Axes), entry.Where);
                return new Branch(space, SearchMethods.Create(search, (int)Math.Max(1, most)), most);
            }
            catch (Exception problem) when (problem is ArgumentException or OverflowException or ExpressionException)
            {
                throw new StudyException($"strategy {entry.Name}: {problem.Message}");
            }
        }

        public IReadOnlyList<long> Ask()
        {
            var left = (int)Math.Min(search.Generation, most - _told.Count);
            return left <= 0 ? [] : search.Ask(space, _told, left);
        }

        public void Tell(Trial trial) => _told.Add(trial);
    }
}
