using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Stages;
using Backtest.Storage.Journal;

namespace Backtest.Storage.Results;

/// <summary>What is recorded of a study, read on as the study runs, and what follows from it: the plan as far as it is decided, its results, and what
/// is to be run next.</summary>
public sealed class StudyHistory
{
    private readonly RecordedRows _recorded;

    /// <summary>A history in which nothing is recorded.</summary>
    /// <param name="plan">The plan.</param>
    public StudyHistory(Plan plan)
    {
        _recorded = new RecordedRows(plan.Count);
        Table = new ResultTable(plan, _recorded);
    }

    /// <summary>The results.</summary>
    public ResultTable Table { get; private set; }

    /// <summary>What is to be run next; null where nothing is missing.</summary>
    public PlanStage? Next => Table.Survey is { } survey ? survey.Next : Table.Missing > 0 ? new PlanStage(Table.Plan) : null;

    /// <summary>Takes in what was recorded since the last time.</summary>
    /// <exception cref="Store.StoreException">The journal cannot be read.</exception>
    public void ReadOn(JournalReader journal)
    {
        _recorded.ReadOn(Table.Plan.Study.Definition.Name, journal);
        Table = new ResultTable(Table.Plan, _recorded);
    }
}
