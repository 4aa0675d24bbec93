using Backtest.Actors.Supervision;
using Backtest.Engine.Numerics;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Stages;
using Backtest.Storage.Journal;

namespace Backtest.Actors.Checkpoints;

/// <summary>The keys that are recorded. Changed only by events, at replay and after a write alike.</summary>
public sealed class CheckpointState
{
    private readonly Dictionary<Hash128, RecordedKey> _recorded = [];
    private readonly List<string> _damaged = [];

    /// <summary>The number of recorded results.</summary>
    public long Count => _recorded.Count;

    /// <summary>The study as the journal knows it; null before the first run.</summary>
    public StudyRecorded? Study { get; private set; }

    /// <summary>The damaged events found at replay, one line each.</summary>
    public IReadOnlyList<string> Damaged => _damaged;

    /// <summary>Takes an event in.</summary>
    /// <param name="event">The event.</param>
    /// <param name="sequence">Its number in the journal.</param>
    public void Apply(JournalEvent @event, long sequence)
    {
        switch (@event)
        {
            case ResultKeysRecorded keys:
                foreach (var (key, hash, status) in keys.Rows) _recorded.TryAdd(key, RecordedKey.Of(hash, status));
                break;
            case ResultsRecorded results:
                foreach (var (result, _) in results.Rows) _recorded.TryAdd(result.Key, RecordedKey.Of(result.Hash, result.Status));
                break;
            case RetryRecorded retry:
                foreach (var key in retry.Keys) _recorded.Remove(key);
                break;
            case StudyRecorded study:
                Study = study;
                break;
            case DamagedEvent damaged:
                _damaged.Add($"event {sequence}: {damaged.Reason}; its results are missing and run again");
                break;
        }
    }

    /// <summary>Whether a result is recorded already, and whether it is the same one.</summary>
    public Recorded Find(in BacktestResult result)
    {
        if (!_recorded.TryGetValue(result.Key, out var found)) return Recorded.Not;
        return found.Equals(RecordedKey.Of(result.Hash, result.Status)) ? Recorded.Same : Recorded.Different;
    }

    /// <summary>The backtests of a stage that are not recorded.</summary>
    public CheckpointProtocol.MissingFound FindMissing(PlanStage stage)
    {
        if (_recorded.Count == 0) return new CheckpointProtocol.MissingFound([new IndexRange(0, stage.Count)], 0, 0);
        var (missing, found, failed, start) = (new List<IndexRange>(), 0L, 0L, -1L);
        var reader = stage.Plan.CreateReader();
        for (var position = 0L; position < stage.Count; position++)
        {
            if (!_recorded.TryGetValue(reader.Read(stage[position]).Key, out var recorded))
            {
                if (start < 0) start = position;
                continue;
            }

            found++;
            if (recorded.Status != ResultStatus.Done) failed++;
            if (start >= 0) missing.Add(new IndexRange(start, position - start));
            start = -1;
        }

        if (start >= 0) missing.Add(new IndexRange(start, stage.Count - start));
        return new CheckpointProtocol.MissingFound(missing, found, failed);
    }

    /// <summary>The keys of a plan whose recorded result did not run to its end.</summary>
    public IReadOnlyList<Hash128> FindFailures(Plan plan)
    {
        HashSet<Hash128> failures = [];
        var reader = plan.CreateReader();
        for (var index = 0L; index < plan.Count; index++)
        {
            var key = reader.Read(index).Key;
            if (_recorded.TryGetValue(key, out var recorded) && recorded.Status != ResultStatus.Done) failures.Add(key);
        }

        return [.. failures];
    }

    private readonly record struct RecordedKey(ulong HashBits, ResultStatus Status)
    {
        public static RecordedKey Of(Hash128 hash, ResultStatus status) => new((ulong)hash.Value, status);
    }
}

/// <summary>What is known of a result.</summary>
public enum Recorded
{
    /// <summary>It is not recorded.</summary>
    Not,

    /// <summary>It is recorded, with the same content.</summary>
    Same,

    /// <summary>Another result is recorded under its key: the strategy is not deterministic.</summary>
    Different,
}
