using Backtest.Actors.Checkpoints;
using Backtest.Actors.Supervision;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;
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
    /// <exception cref="StoreException">The journal cannot be read.</exception>
    public static StudyCoverage Read(StoreDirectory store, Plan plan)
    {
        var (state, name) = (new CheckpointState(), plan.Study.Definition.Name);
        if (store.Exists)
        {
            using var journal = JournalReader.Open(store);
            if (journal.Studies.Contains(name))
            {
                foreach (var (sequence, @event) in journal.Read(name, keysOnly: true)) state.Apply(@event, sequence);
            }
        }

        var found = state.FindMissing(plan);
        return new StudyCoverage(plan.Count, found.Found, found.FoundFailed, found.Ranges, state.Damaged, state.Study);
    }
}
