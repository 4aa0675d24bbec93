using Backtest.Engine.Search;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies.Sets;

namespace Backtest.Engine.Studies.Stages;

/// <summary>What follows from the recorded results of a plan whose filters drop parameter sets between windows: who is dropped, and what is to be
/// run next. A pure function of plan and results, so that a run that was interrupted goes on to the same backtests, and every listing tells the
/// same.</summary>
/// <remarks>Windows are decided one after the other. A set (of one strategy, on one data set) that does not satisfy the window filter in a window is
/// not run over the windows after it. One whose backtest failed has no metrics, so that it satisfies no comparison and is dropped. The final filter
/// is asked once all windows of a set are recorded, with the means of its metrics, weighted by the bars of the windows.</remarks>
public sealed class StageSurvey
{
    private const int Kept = -1, ByFinalFilter = int.MaxValue;

    private readonly Plan _plan;
    private readonly IRecordedMetrics _recorded;
    private readonly int[] _droppedAfter;

    private StageSurvey(Plan plan, IRecordedMetrics recorded)
    {
        (_plan, _recorded) = (plan, recorded);
        _droppedAfter = new int[plan.Count / plan.Windows.Count];
        Array.Fill(_droppedAfter, Kept);
    }

    /// <summary>Backtests that will not be run, since their parameter set is dropped. Those of them that are recorded all the same, by a run
    /// without the filter, do not count.</summary>
    public long Dropped { get; private set; }

    /// <summary>What is to be run next; null where nothing is.</summary>
    public PlanStage? Next { get; private set; }

    /// <summary>Whether the study's filters drop anything at all: else its plan is one stage.</summary>
    public static bool IsNeeded(Plan plan) =>
        plan.Study.Definition is { WindowFilter: not null } or { FinalFilter: not null } or { Search: HalvingSearch };

    /// <summary>Surveys a plan.</summary>
    public static StageSurvey Of(Plan plan, IRecordedMetrics recorded)
    {
        var survey = new StageSurvey(plan, recorded);
        survey.DecideWindows();
        return survey;
    }

    /// <summary>Whether the set that a backtest is of has passed every filter that it was asked so far.</summary>
    /// <param name="index">The backtest's index.</param>
    public bool IsKept(long index) => _droppedAfter[index / _plan.Windows.Count] == Kept;

    /// <summary>The sets that are dropped, in the order of the plan.</summary>
    public IEnumerable<DroppedSet> DroppedSets()
    {
        for (var unit = 0; unit < _droppedAfter.Length; unit++)
        {
            var after = _droppedAfter[unit];
            if (after == Kept) continue;
            var final = after == ByFinalFilter;
            yield return new DroppedSet((long)unit * _plan.Windows.Count + (final ? _plan.Windows.Count - 1 : after), final);
        }
    }

    private void DecideWindows()
    {
        var (windows, filter) = (_plan.Windows.Count, _plan.Study.Definition.WindowFilter?.ForMetrics());
        var halving = _plan.Study.Definition.Search as HalvingSearch;
        var isStaged = filter is not null || halving is not null;
        for (var window = 0; window < windows; window++)
        {
            List<long> missing = [];
            for (var unit = 0; unit < _droppedAfter.Length; unit++)
            {
                var index = (long)unit * windows + window;
                if (_droppedAfter[unit] != Kept)
                {
                    if (!_recorded.TryFind(index, out _)) Dropped++;
                }
                else if (!_recorded.TryFind(index, out var metrics)) missing.Add(index);
                else if (filter?.Invoke(metrics) == false) _droppedAfter[unit] = window;
            }

            if (Next is null && missing.Count > 0) Next = new PlanStage(_plan, [.. missing]);
            // Without a filter between windows there is nothing to wait for: all that is missing is one stage.
            if (missing.Count > 0 && isStaged)
            {
                CountDropped(window + 1);
                return;
            }

            if (halving is not null && window < windows - 1) Halve(halving, window);
        }

        if (!isStaged && Next is not null) Next = new PlanStage(_plan);
        DecideFinally();
    }

    /// <summary>Drops all sets but the best of a rung. A set goes on with all of its data sets, by the mean of its objective over them.</summary>
    private void Halve(HalvingSearch search, int window)
    {
        var (dataSets, windows) = (_plan.Study.Series.Count, _plan.Windows.Count);
        var metric = Metric.Find(search.Objective) ?? throw new StudyException($"there is no metric '{search.Objective}' to search by");
        List<Trial> trials = [];
        for (var set = 0L; set < _plan.SetCount; set++)
        {
            var (sum, kept) = (0.0, true);
            for (var data = 0; data < dataSets && kept; data++)
            {
                var unit = set * dataSets + data;
                kept = _droppedAfter[unit] == Kept;
                if (kept && _recorded.TryFind(unit * windows + window, out var metrics)) sum += metric.Merit(metrics);
            }

            if (kept) trials.Add(new Trial(set, [sum / dataSets]));
        }

        HashSet<long> survivors = [.. SuccessiveHalving.Survivors(trials, Math.Max(1, trials.Count / search.Eta)).Select(at => trials[at].Set)];
        foreach (var trial in trials.Where(trial => !survivors.Contains(trial.Set)))
        {
            for (var data = 0; data < dataSets; data++) _droppedAfter[trial.Set * dataSets + data] = window;
        }
    }

    /// <summary>Counts what dropped sets leave out in windows that are not decided yet.</summary>
    private void CountDropped(int first)
    {
        for (var unit = 0; unit < _droppedAfter.Length; unit++)
        {
            if (_droppedAfter[unit] == Kept) continue;
            for (var window = first; window < _plan.Windows.Count; window++)
            {
                if (!_recorded.TryFind((long)unit * _plan.Windows.Count + window, out _)) Dropped++;
            }
        }
    }

    private void DecideFinally()
    {
        if (_plan.Study.Definition.FinalFilter is not { } filter) return;
        var condition = MetricMeans.Condition(filter);
        var means = new MetricMeans();
        for (var unit = 0; unit < _droppedAfter.Length; unit++)
        {
            if (_droppedAfter[unit] != Kept) continue;
            means.Clear();
            var complete = true;
            for (var window = 0; window < _plan.Windows.Count && complete; window++)
            {
                complete = _recorded.TryFind((long)unit * _plan.Windows.Count + window, out var metrics);
                if (complete) means.Add(in metrics);
            }

            if (complete && !condition(means)) _droppedAfter[unit] = ByFinalFilter;
        }
    }
}

/// <summary>A parameter set that a filter dropped.</summary>
/// <param name="Index">The backtest whose result did not satisfy the window filter; for the final filter, the set's last one.</param>
/// <param name="Finally">Whether it was the final filter.</param>
public readonly record struct DroppedSet(long Index, bool Finally);
