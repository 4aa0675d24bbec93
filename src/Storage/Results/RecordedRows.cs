using Backtest.Engine.Numerics;
using Backtest.Storage.Journal;

namespace Backtest.Storage.Results;

/// <summary>What a journal says is recorded, one entry a key. The batches stay as they were read; nothing is copied.</summary>
internal sealed class RecordedRows
{
    private readonly List<Batch> _batches = [];
    private readonly Dictionary<Hash128, RowAddress> _addresses;
    private readonly List<string> _damaged = [];

    private long _last;

    /// <summary>Nothing is recorded.</summary>
    /// <param name="expected">Backtests of the plan.</param>
    public RecordedRows(long expected) => _addresses = new Dictionary<Hash128, RowAddress>((int)Math.Min(expected, 1 << 20));

    public IReadOnlyList<Batch> Batches => _batches;

    public IReadOnlyList<string> Damaged => _damaged;

    public int Count => _addresses.Count;

    public StudyRecorded? Study { get; private set; }

    public long LastRecordedAt { get; private set; }

    /// <summary>Takes the events of a study in that it has not taken yet, as a run that starts would: the first result of a key counts, until a
    /// retry gives it back.</summary>
    public void ReadOn(string study, JournalReader journal)
    {
        foreach (var (sequence, @event) in journal.Read(study, after: _last))
        {
            Add(sequence, @event);
            _last = sequence;
        }
    }

    public bool TryFind(Hash128 key, out RowAddress address) => _addresses.TryGetValue(key, out address);

    private void Add(long sequence, JournalEvent @event)
    {
        switch (@event)
        {
            case ResultsRecorded results:
                Add(results);
                break;
            case RetryRecorded retry:
                foreach (var key in retry.Keys) _addresses.Remove(key);
                break;
            case StudyRecorded study:
                Study = study;
                break;
            case DamagedEvent damaged:
                _damaged.Add($"event {sequence}: {damaged.Reason}");
                break;
        }

        LastRecordedAt = Math.Max(LastRecordedAt, @event.RecordedAt);
    }

    private void Add(ResultsRecorded results)
    {
        var rows = results.Rows as RecordedResult[] ?? [.. results.Rows];
        for (var row = 0; row < rows.Length; row++) _addresses.TryAdd(rows[row].Result.Key, new RowAddress(_batches.Count, row));
        _batches.Add(new Batch(rows, results.RecordedAt));
    }

    /// <summary>The results of one event.</summary>
    public sealed record Batch(RecordedResult[] Rows, long RecordedAt);

    /// <summary>Where a result is: its batch, and its row in it.</summary>
    public readonly record struct RowAddress(int Batch, int Row);
}
