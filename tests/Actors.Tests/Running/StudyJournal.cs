using Backtest.Engine.Numerics;
using Backtest.Storage.Journal;
using Backtest.Storage.Store;
using Microsoft.Data.Sqlite;

namespace Backtest.Actors.Tests.Running;

/// <summary>What a finished run left in the journal of its store, and how to damage it.</summary>
internal static class StudyJournal
{
    /// <summary>Key and hash of every recorded result, in order of key.</summary>
    public static (Hash128 Key, Hash128 Hash)[] Read(string store, string study = "poison")
    {
        using var reader = JournalReader.Open(new StoreDirectory(store));
        return [.. Batches(reader, study).SelectMany(batch => batch.Rows).Select(row => (row.Result.Key, row.Result.Hash)).Order()];
    }

    /// <summary>The size of every recorded batch.</summary>
    public static int[] ReadBatches(string store, string study = "poison")
    {
        using var reader = JournalReader.Open(new StoreDirectory(store));
        return [.. Batches(reader, study).Select(batch => batch.Rows.Count)];
    }

    /// <summary>Changes one bit of an event.</summary>
    /// <param name="store">The store's directory.</param>
    /// <param name="sequence">The event's number.</param>
    /// <param name="where">0 for its first byte, 1 for its last.</param>
    public static void Damage(string store, long sequence, double where) => Execute(store, connection =>
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT message FROM journal WHERE sequence_number = $sequence";
        read.Parameters.AddWithValue("$sequence", sequence);
        var bytes = (byte[])read.ExecuteScalar()!;
        bytes[(int)(where * (bytes.Length - 1))] ^= 4;
        using var write = connection.CreateCommand();
        write.CommandText = "UPDATE journal SET message = $bytes WHERE sequence_number = $sequence";
        write.Parameters.AddWithValue("$bytes", bytes);
        write.Parameters.AddWithValue("$sequence", sequence);
        Assert.Equal(1, write.ExecuteNonQuery());
    });

    /// <summary>Runs one statement on the journal.</summary>
    public static void Execute(string store, string statement) => Execute(store, connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    });

    private static void Execute(string store, Action<SqliteConnection> act)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(new StoreDirectory(store).ConnectionString) { Pooling = false }.ToString());
        connection.Open();
        act(connection);
    }

    private static IEnumerable<ResultsRecorded> Batches(JournalReader reader, string study) =>
        reader.Read(study).Select(entry => entry.Event).OfType<ResultsRecorded>();
}
