using Backtest.Engine.Numerics;
using Backtest.Storage.Journal;
using Backtest.Storage.Store;

namespace Backtest.Storage.Results;

/// <summary>Reads every event of a study and looks for what should not be: damaged events, events that are gone, rows whose hash is not that of their
/// content, and keys recorded twice with different results.</summary>
public sealed class JournalCheck
{
    private readonly List<string> _lost = [], _wrong = [];
    private readonly Dictionary<Hash128, (Hash128 Hash, long Event)> _recorded = [];
    private readonly CanonicalHasher _hasher = new();

    private JournalCheck(string study) => Study = study;

    /// <summary>The study's name.</summary>
    public string Study { get; }

    /// <summary>Events read.</summary>
    public long Events { get; private set; }

    /// <summary>Results in the events that can be read, those recorded twice included.</summary>
    public long Results { get; private set; }

    /// <summary>Results that are known to be lost with damaged events.</summary>
    public long LostResults { get; private set; }

    /// <summary>Events that cannot be read or are gone, one line each: their results count as missing, the next run computes them again.</summary>
    public IReadOnlyList<string> Lost => _lost;

    /// <summary>Results that cannot be right, one line each: no run repairs them.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>Checks a study's journal.</summary>
    /// <exception cref="StoreException">The journal cannot be read at all.</exception>
    public static JournalCheck Of(JournalReader journal, string study, CancellationToken cancellation = default)
    {
        var check = new JournalCheck(study);
        var expected = 1L;
        foreach (var (sequence, @event) in journal.Read(study))
        {
            cancellation.ThrowIfCancellationRequested();
            if (sequence == expected + 1) check._lost.Add($"event {expected} is gone");
            else if (sequence > expected) check._lost.Add($"events {expected} to {sequence - 1} are gone");
            check.Add(sequence, @event);
            expected = sequence + 1;
        }

        return check;
    }

    private void Add(long sequence, JournalEvent @event)
    {
        Events++;
        switch (@event)
        {
            case ResultsRecorded results:
                foreach (var row in results.Rows) Add(sequence, row);
                break;
            case RetryRecorded retry:
                foreach (var key in retry.Keys) _recorded.Remove(key);
                break;
            case DamagedEvent damaged:
                LostResults += damaged.Results;
                _lost.Add($"event {sequence}: {damaged.Reason}" + (damaged.Results == 0 ? "" : $", {damaged.Results} results"));
                break;
        }
    }

    private void Add(long sequence, RecordedResult row)
    {
        Results++;
        var result = row.Result;
        if (result.ComputeHash(_hasher) != result.Hash) _wrong.Add($"event {sequence}, backtest {result.Key}: its hash is not that of its content");
        if (!_recorded.TryAdd(result.Key, (result.Hash, sequence)) && _recorded[result.Key] is var first && first.Hash != result.Hash)
            _wrong.Add($"event {sequence}, backtest {result.Key}: differs from its result in event {first.Event}, which counts");
    }
}
