using Backtest.Actors.Supervision;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;
using Backtest.Storage.Results;
using Backtest.Storage.Store;

namespace Backtest.Actors.Running;

/// <summary>What of a plan is recorded. Planned = found + missing.</summary>
/// <param name="Planned">Backtests of the plan.</param>
/// <param name="Found">Backtests that are recorded.</param>
/// <param name="FoundFailed">Those among them that had not run to their end.</param>
/// <param name="MissingRanges">The others, in order.</param>
/// <param name="Damaged">Damaged events of the journal, one line each; empty where all is well.</param>
/// <param name="Recorded">The study as its last run recorded it; null where it never ran.</param>
public sealed record StudyCoverage(
    long Planned, long Found, long FoundFailed, IReadOnlyList<IndexRange> MissingRanges, IReadOnlyList<string> Damaged, StudyRecorded? Recorded)
{
    /// <summary>Backtests not recorded.</summary>
    public long Missing => Planned - Found;

    /// <summary>Whether the journal knows the study as it is now: the same text, data and number of backtests.</summary>
    internal bool IsOf(StudyRecorded study) => Recorded?.SaysTheSameAs(study) == true;

    /// <summary>Reads what a store holds of a plan. The store may be missing, and another process may be writing to it.</summary>
    /// <returns>The coverage, and the results that it was counted from; null where the store holds nothing of the study.</returns>
    /// <exception cref="StoreException">The journal cannot be read.</exception>
    internal static (StudyCoverage Coverage, ResultTable? Results) Read(StoreDirectory store, Plan plan)
    {
        if (!store.Exists) return (Nothing(plan), null);
        using var journal = JournalReader.Open(store);
        if (!journal.Studies.Contains(plan.Study.Definition.Name)) return (Nothing(plan), null);
        var results = ResultTable.Read(plan, journal);
        return (Of(results), results);
    }

    private static StudyCoverage Nothing(Plan plan) => new(plan.Count, 0, 0, [new IndexRange(0, plan.Count)], [], null);

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
        return new StudyCoverage(results.Plan.Count, results.Count, results.Failed, missing, damaged, results.Study);
    }
}
