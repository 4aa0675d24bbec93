using Backtest.Storage.Store;
using Microsoft.Data.Sqlite;

namespace Backtest.Host.Tests.Examples;

/// <summary>Damages a journal as a failing disk does.</summary>
internal static class JournalDamage
{
    /// <summary>Flips one bit in the middle of an event.</summary>
    public static void FlipByte(StoreDirectory store, long sequence)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(store.ConnectionString) { Pooling = false }.ToString());
        connection.Open();
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT message FROM journal WHERE sequence_number = $sequence";
        read.Parameters.AddWithValue("$sequence", sequence);
        var message = (byte[])read.ExecuteScalar()!;
        message[message.Length / 2] ^= 1;
        using var write = connection.CreateCommand();
        write.CommandText = "UPDATE journal SET message = $message WHERE sequence_number = $sequence";
        write.Parameters.AddWithValue("$message", message);
        write.Parameters.AddWithValue("$sequence", sequence);
        write.ExecuteNonQuery();
    }
}
