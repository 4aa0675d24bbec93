using Backtest.Storage.Store;
using static Backtest.Host.Running.PeopleText;

namespace Backtest.Host.Diagnosis;

/// <summary>Looks at a store.</summary>
internal static class StoreCheck
{
    private const long LeastFree = 100L << 20, LittleFree = 1L << 30;
    private const long Full = 2;

    /// <summary>What there is to say.</summary>
    /// <param name="store">The store.</param>
    /// <param name="inspection">How it is.</param>
    public static IEnumerable<Finding> Find(StoreDirectory store, StoreInspection inspection)
    {
        yield return inspection.WriteProblem is { } problem
            ? new Finding(
                "store",
                $"{store.Path} cannot be written: {problem}",
                FindingState.Wrong,
                "choose another directory with --store, or change its rights")
            : new Finding("store", $"{store.Path}, {(store.Exists ? "can be written" : "empty, can be made")}");
        if (inspection.FreeBytes is { } free) yield return Free(free);
        yield return inspection.Holder is { } holder
            ? new Finding("lock", $"{holder} writes to the store now", FindingState.Note, "a second run has to wait, or to use another store")
            : new Finding("lock", "free");
        yield return new Finding("SQLite", inspection.SqliteVersion);
        yield return inspection.Journal is { } journal ? Journal(store, journal) : new Finding("journal", "nothing is recorded yet");
    }

    private static Finding Free(long free) => free switch
    {
        < LeastFree => new Finding("free space", Size(free), FindingState.Wrong, "make room: a million results take about 200 MB"),
        < LittleFree => new Finding("free space", Size(free), FindingState.Note, "a million results take about 200 MB"),
        _ => new Finding("free space", Size(free)),
    };

    private static Finding Journal(StoreDirectory store, JournalInspection journal)
    {
        if (journal.Problem is { } problem)
        {
            return new Finding("journal", $"{store.JournalFile} is damaged: {problem}", FindingState.Wrong,
                "move it away and run again; 'sqlite3 journal.db .recover' may save what it holds");
        }

        var value = $"sound, {Size(journal.Bytes)}, journal mode {journal.Mode}, synchronous {(journal.Synchronous >= Full ? "full" : "reduced")}";
        return journal.Mode == "wal" && journal.Synchronous >= Full
            ? new Finding("journal", value)
            : new Finding("journal", value, FindingState.Note, "the next run sets the write-ahead log");
    }
}
