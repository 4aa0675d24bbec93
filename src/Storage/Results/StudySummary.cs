using Backtest.Engine.Numerics;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;
using Backtest.Storage.Store;

namespace Backtest.Storage.Results;

/// <summary>What a journal alone says of a study: no file of bars or strategies is needed.</summary>
/// <param name="Name">The study's name.</param>
/// <param name="Path">Where its study file was; empty for a study made in code.</param>
/// <param name="Planned">Backtests of the plan that ran last.</param>
/// <param name="Counts">Recorded results in each state, those that have left the plan included.</param>
/// <param name="Damaged">Events that cannot be read.</param>
/// <param name="LastRecordedAt">When something was last recorded, in UTC ticks; 0 where nothing was.</param>
public sealed record StudySummary(
    string Name, string Path, long Planned, IReadOnlyDictionary<ResultStatus, int> Counts, int Damaged, long LastRecordedAt)
{
    /// <summary>Recorded results.</summary>
    public int Recorded => Counts.Values.Sum();

    /// <summary>Those that did not run to their end.</summary>
    public int Failed => Recorded - Counts[ResultStatus.Done];

    /// <summary>Reads a study's events.</summary>
    /// <exception cref="StoreException">The journal cannot be read.</exception>
    public static StudySummary Read(JournalReader journal, string study)
    {
        Dictionary<Hash128, ResultStatus> recorded = [];
        StudyRecorded? known = null;
        var (damaged, last) = (0, 0L);
        foreach (var (_, @event) in journal.Read(study, keysOnly: true))
        {
            switch (@event)
            {
                case ResultKeysRecorded keys:
                    foreach (var (key, _, status) in keys.Rows) recorded.TryAdd(key, status);
                    break;
                case RetryRecorded retry:
                    foreach (var key in retry.Keys) recorded.Remove(key);
                    break;
                case StudyRecorded begun:
                    known = begun;
                    break;
                case DamagedEvent:
                    damaged++;
                    break;
            }

            last = Math.Max(last, @event.RecordedAt);
        }

        var counts = Enum.GetValues<ResultStatus>().ToDictionary(status => status, _ => 0);
        foreach (var status in recorded.Values) counts[status]++;
        return new StudySummary(study, known?.Path ?? "", known?.Backtests ?? 0, counts, damaged, last);
    }
}
