using Backtest.Storage.Store;
using Microsoft.Data.Sqlite;

namespace Backtest.Storage.Journal;

/// <summary>Reads a store's journal, also while a run writes to it: what is read then is what was recorded at that moment.</summary>
public sealed class JournalReader : IDisposable
{
    private static readonly int EventsAhead = 8 * Environment.ProcessorCount;

    private readonly SqliteConnection _connection;
    private readonly StoreDirectory _store;

    private JournalReader(StoreDirectory store, SqliteConnection connection) => (_store, _connection) = (store, connection);

    /// <summary>The names of the studies, in alphabetical order.</summary>
    public IReadOnlyList<string> Studies { get; private set; } = [];

    /// <summary>Opens the journal of a store.</summary>
    /// <exception cref="StoreException">There is none, or it is no journal.</exception>
    public static JournalReader Open(StoreDirectory store)
    {
        if (!store.Exists) throw new StoreException($"store {store.Path} is empty: run a study first, or name another store with --store");
        var settings = new SqliteConnectionStringBuilder(store.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        var reader = new JournalReader(store, new SqliteConnection(settings.ToString()));
        try
        {
            reader._connection.Open();
            reader.Studies = reader.ReadStudies();
            return reader;
        }
        catch (SqliteException exception)
        {
            reader.Dispose();
            throw reader.Unreadable(exception);
        }
    }

    /// <summary>The events of a study in the order in which they were recorded.</summary>
    /// <param name="study">The study's name.</param>
    /// <param name="keysOnly">True to get <see cref="ResultKeysRecorded"/> in place of <see cref="ResultsRecorded"/>.</param>
    /// <param name="after">Only events with a higher number.</param>
    /// <returns>Each event with its number, which counts from 1; a damaged one is a <see cref="DamagedEvent"/>.</returns>
    /// <exception cref="StoreException">The journal cannot be read.</exception>
    public IEnumerable<(long Sequence, JournalEvent Event)> Read(string study, bool keysOnly = false, long after = 0)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT sequence_number, manifest, message FROM journal "
            + "WHERE persistence_id = $study AND sequence_number > $after ORDER BY sequence_number";
        command.Parameters.AddWithValue("$study", study);
        command.Parameters.AddWithValue("$after", after);
        using var rows = Guarded(command.ExecuteReader);
        List<(long Sequence, string Manifest, byte[] Bytes)> ahead = [];
        bool more;
        do
        {
            // Checksums and decoding take longer than reading: a few events at a time are decoded on all cores.
            ahead.Clear();
            do
            {
                more = Guarded(rows.Read);
                if (more) ahead.Add((rows.GetInt64(0), rows.GetString(1), rows.GetFieldValue<byte[]>(2)));
            }
            while (more && ahead.Count < EventsAhead);
            var decoded = new JournalEvent[ahead.Count];
            Guarded(() => Parallel.For(0, decoded.Length, at => decoded[at] = JournalCodec.Decode(ahead[at].Manifest, ahead[at].Bytes, keysOnly)));
            for (var at = 0; at < decoded.Length; at++) yield return (ahead[at].Sequence, decoded[at]);
        }
        while (more);
    }

    /// <summary>The study as its last run recorded it; null where it never ran.</summary>
    /// <exception cref="StoreException">The journal cannot be read.</exception>
    public StudyRecorded? FindStudy(string study)
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            "SELECT message FROM journal WHERE persistence_id = $study AND manifest = $manifest ORDER BY sequence_number DESC";
        command.Parameters.AddWithValue("$study", study);
        command.Parameters.AddWithValue("$manifest", JournalCodec.StudyManifest);
        using var rows = Guarded(command.ExecuteReader);
        while (Guarded(rows.Read))
        {
            if (JournalCodec.Decode(JournalCodec.StudyManifest, rows.GetFieldValue<byte[]>(0)) is StudyRecorded found) return found;
        }

        return null;
    }

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    private List<string> ReadStudies()
    {
        List<string> names = [];
        using var exists = _connection.CreateCommand();
        exists.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'journal'";
        if (exists.ExecuteScalar() is not 1L) return names;
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT DISTINCT persistence_id FROM journal ORDER BY persistence_id";
        using var rows = command.ExecuteReader();
        while (rows.Read()) names.Add(rows.GetString(0));
        return names;
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException exception)
        {
            throw Unreadable(exception);
        }
        catch (AggregateException failed) when (failed.InnerException is NotSupportedException exception)
        {
            throw new StoreException($"store {_store.JournalFile} cannot be read: {exception.Message}", exception);
        }
    }

    private StoreException Unreadable(SqliteException exception) =>
        new($"store {_store.JournalFile} cannot be read: {exception.Message}; if it was damaged, move it away and run again", exception);
}
