using Backtest.Actors.Supervision;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;
using Backtest.Storage.Results;
using Backtest.Storage.Store;

namespace Backtest.Actors.Running;

/// <summary>What of a plan is recorded. Planned = found + dropped + missing.</summary>
/// <param name="Planned">Backtests of the plan.</param>
/// <param name="Found">Backtests that are recorded.</param>
/// <param name="FoundFailed">Those among them that had not run to their end.</param>
/// <param name="MissingRanges">The others, in order, the dropped ones included.</param>
/// <param name="Damaged">Damaged events of the journal, one line each; empty where all is well.</param>
/// <param name="Recorded">The study as its last run recorded it; null where it never ran.</param>
public sealed record StudyCoverage(
    long Planned, long Found, long FoundFailed, IReadOnlyList<IndexRange> MissingRanges, IReadOnlyList<string> Damaged, StudyRecorded? Recorded)
{
    /// <summary>Backtests that are not run because a filter dropped their parameter set.</summary>
    public long Dropped { get; init; }

    /// <summary>Backtests not recorded and not dropped.</summary>
    public long Missing => Planned - Found - Dropped;

    /// <summary>Whether the journal knows the study as it is now: the same text, data and number of backtests.</summary>
    internal bool IsOf(StudyRecorded study) => Recorded?.SaysTheSameAs(study) == true;

    /// <summary>Reads what a store holds of a plan. The store may be missing, and another process may be writing to it.</summary>
    /// <returns>The coverage, and the history that it was counted from.</returns>
    /// <exception cref="StoreException">The journal cannot be read.</exception>
    internal static (StudyCoverage Coverage, StudyHistory History) Read(StoreDirectory store, Plan plan)
    {
        var history = new StudyHistory(plan);
        if (store.Exists)
        {
            using var journal = JournalReader.Open(store);
            if (journal.Studies.Contains(plan.Study.Definition.Name)) history.ReadOn(journal);
        }

        return (Of(history.Table), history);
    }

    private static StudyCoverage Of(ResultTable results)
    {
        List<IndexRange> missing = [];
        var next = 0L;
        for (var position = 0; position < results.Count; position++)
        {
            var index = results[position].Index;
            if (index > next) missing.Add(new IndexRange(next, index - next));
            next = index + 1;
        }

        if (next < results.Plan.Count) missing.Add(new IndexRange(next, results.Plan.Count - next));
        string[] damaged = [.. results.Damaged.Select(line => $"{line}; its results are missing and run again")];
        return new StudyCoverage(results.Plan.Planned, results.Count, results.Failed, missing, damaged, results.Study) { Dropped = results.Dropped };
    }
}
