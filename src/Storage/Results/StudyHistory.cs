using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Sets;
using Backtest.Engine.Studies.Stages;
using Backtest.Storage.Journal;

namespace Backtest.Storage.Results;

/// <summary>What is recorded of a study, read on as the study runs, and what follows from it: the plan as far as a search has decided it, its
/// results, and what is to be run next.</summary>
public sealed class StudyHistory
{
    private readonly RecordedRows _recorded;
    private Plan _plan;
    private ResultTable? _table;
    private readonly SearchGrowth? _growth;

    /// <summary>A history in which nothing is recorded.</summary>
    /// <param name="plan">The plan.</param>
    public StudyHistory(Plan plan)
    {
        _recorded = new RecordedRows(plan.Count);
        _growth = SearchState.IsNeeded(plan.Study) ? new SearchGrowth(plan) : null;
        _plan = plan;
    }

    /// <summary>The results; its plan is as far as it is decided.</summary>
    public ResultTable Table => _table ??= new ResultTable(_plan, _recorded);

    /// <summary>What is to be run next; null where nothing is missing.</summary>
    public PlanStage? Next => Table.Survey is { } survey ? survey.Next
        : Table.Plan.Count == Table.Count ? null
        : _growth is null ? new PlanStage(Table.Plan)
        : new PlanStage(Table.Plan, MissingOfSearch());

    /// <summary>Takes in what was recorded since the last time.</summary>
    /// <exception cref="Store.StoreException">The journal cannot be read.</exception>
    public void ReadOn(JournalReader journal)
    {
        _recorded.ReadOn(_plan.Study.Definition.Name, journal);
        (_plan, _table) = (_growth?.Grow(_recorded) ?? _plan, null);
    }

    /// <summary>A search waits for all sets of a generation: only its last one can have backtests that are missing.</summary>
    private long[] MissingOfSearch()
    {
        List<long> missing = [];
        for (var index = _growth!.DecidedSets * Table.Plan.RunsPerSet; index < Table.Plan.Count; index++)
        {
            if (Table.FindRow(index) is null) missing.Add(index);
        }

        return [.. missing];
    }
}
