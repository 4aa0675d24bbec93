using Backtest.Engine.Numerics;
using Backtest.Engine.Studies;

namespace Backtest.Storage.Journal;

/// <summary>A fact in a study's journal.</summary>
public abstract record JournalEvent(long RecordedAt);

/// <summary>Results were recorded: one batch.</summary>
/// <param name="Rows">The results.</param>
/// <param name="RecordedAt">When, in UTC ticks.</param>
public sealed record ResultsRecorded(IReadOnlyList<RecordedResult> Rows, long RecordedAt) : JournalEvent(RecordedAt);

/// <summary>Keys, hashes and states of a recorded batch: all that a replay needs.</summary>
/// <param name="Rows">One element a result.</param>
/// <param name="RecordedAt">When, in UTC ticks.</param>
public sealed record ResultKeysRecorded(IReadOnlyList<(Hash128 Key, Hash128 Hash, ResultStatus Status)> Rows, long RecordedAt)
    : JournalEvent(RecordedAt);

/// <summary>A run of the study began.</summary>
/// <param name="Name">The study's name.</param>
/// <param name="Text">The study file's text.</param>
/// <param name="Path">Where the study file was.</param>
/// <param name="DataHashes">Content hash of each data set.</param>
/// <param name="Backtests">The number of backtests in the plan.</param>
/// <param name="RecordedAt">When, in UTC ticks.</param>
public sealed record StudyRecorded(
    string Name, string Text, string Path, IReadOnlyList<Hash128> DataHashes, long Backtests, long RecordedAt) : JournalEvent(RecordedAt)
{
    /// <summary>Whether another record says the same, whenever it was made.</summary>
    public bool SaysTheSameAs(StudyRecorded other) =>
        (Name, Text, Path, Backtests) == (other.Name, other.Text, other.Path, other.Backtests) && DataHashes.SequenceEqual(other.DataHashes);
}

/// <summary>Failures were given back, to run again.</summary>
/// <param name="Keys">Their keys.</param>
/// <param name="RecordedAt">When, in UTC ticks.</param>
public sealed record RetryRecorded(IReadOnlyList<Hash128> Keys, long RecordedAt) : JournalEvent(RecordedAt);

/// <summary>An event whose bytes were changed after they were written: its results count as missing.</summary>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Results">How many results it seems to hold; 0 where that cannot be told.</param>
public sealed record DamagedEvent(string Reason, int Results = 0) : JournalEvent(0);
