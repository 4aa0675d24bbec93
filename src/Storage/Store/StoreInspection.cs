using Microsoft.Data.Sqlite;

namespace Backtest.Storage.Store;

/// <summary>How a store is: whether it can be written, who writes, and whether its journal is sound. Nothing is changed.</summary>
/// <param name="SqliteVersion">The version of SQLite.</param>
/// <param name="WriteProblem">Why the directory, or the one it would be made in, cannot be written; null where it can.</param>
/// <param name="FreeBytes">Free space on its disk; null where that cannot be told.</param>
/// <param name="Holder">The process that writes to it now, as far as known; null where none does.</param>
/// <param name="Journal">The journal; null where there is none yet.</param>
public sealed record StoreInspection(string SqliteVersion, string? WriteProblem, long? FreeBytes, string? Holder, JournalInspection? Journal)
{
    /// <summary>Inspects a store, which need not exist.</summary>
    public static StoreInspection Of(StoreDirectory store)
    {
        var folder = NearestFolder(store.Path);
        return new StoreInspection(Version(), WriteProblemOf(folder), FreeBytesOf(folder), HolderOf(store), JournalInspection.Of(store));
    }

    private static string NearestFolder(string path)
    {
        for (var folder = path; ; folder = Path.GetDirectoryName(folder)!)
        {
            if (Directory.Exists(folder) || Path.GetDirectoryName(folder) is null) return folder;
        }
    }

    private static string? WriteProblemOf(string folder)
    {
        try
        {
            var file = Path.Combine(folder, $".backtest-{Guid.NewGuid():N}");
            File.WriteAllBytes(file, [0]);
            File.Delete(file);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private static long? FreeBytesOf(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string? HolderOf(StoreDirectory store)
    {
        if (!File.Exists(store.LockFile)) return null;
        try
        {
            using var file = new FileStream(store.LockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return null;
        }
        catch (IOException)
        {
            return File.Exists(store.OwnerFile) ? $"process {File.ReadAllText(store.OwnerFile)}" : "another process";
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Version()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }
}

/// <summary>How a journal is.</summary>
/// <param name="Problem">What is wrong with it; null where it is sound.</param>
/// <param name="Mode">SQLite's journal mode: <c>wal</c> is right.</param>
/// <param name="Synchronous">SQLite's synchronous level: 2, FULL, makes what is recorded survive a power failure.</param>
/// <param name="Bytes">Its size.</param>
public sealed record JournalInspection(string? Problem, string Mode, long Synchronous, long Bytes)
{
    /// <summary>Inspects the journal of a store.</summary>
    /// <returns>Null where there is none.</returns>
    public static JournalInspection? Of(StoreDirectory store)
    {
        if (!store.Exists) return null;
        var bytes = new FileInfo(store.JournalFile).Length;
        try
        {
            var settings = new SqliteConnectionStringBuilder(store.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false };
            using var connection = new SqliteConnection(settings.ToString());
            connection.Open();
            var check = (string)Ask(connection, "PRAGMA quick_check(1)");
            var mode = (string)Ask(connection, "PRAGMA journal_mode");
            var synchronous = (long)Ask(connection, "PRAGMA synchronous");
            return new JournalInspection(check == "ok" ? null : check.ReplaceLineEndings(" "), mode, synchronous, bytes);
        }
        catch (SqliteException exception)
        {
            return new JournalInspection(exception.Message, "", 0, bytes);
        }
    }

    private static object Ask(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        return command.ExecuteScalar() ?? "";
    }
}
