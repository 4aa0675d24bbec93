using Microsoft.Data.Sqlite;

namespace Backtest.Storage.Store;

/// <summary>Where a store keeps what: the journal of results, caches of bars and compiled strategies, and the lock that says who writes.</summary>
public sealed class StoreDirectory
{
    /// <summary>The store's directory where none is named.</summary>
    public const string DefaultName = ".backtest";

    // Shorter than the journal's circuit breaker, so that a locked file is told as such.
    private const int BusySeconds = 5;

    /// <summary>A store in a directory, which need not exist.</summary>
    public StoreDirectory(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>The directory's full path.</summary>
    public string Path { get; }

    /// <summary>The SQLite file that holds the journal.</summary>
    public string JournalFile => System.IO.Path.Combine(Path, "journal.db");

    /// <summary>The directory of cached bars.</summary>
    public string BarsDirectory => System.IO.Path.Combine(Path, "bars");

    /// <summary>The directory of compiled strategies.</summary>
    public string SourcesDirectory => System.IO.Path.Combine(Path, "sources");

    /// <summary>True where something was recorded once.</summary>
    public bool Exists => File.Exists(JournalFile);

    internal string LockFile => System.IO.Path.Combine(Path, "lock");

    internal string OwnerFile => System.IO.Path.Combine(Path, "lock.owner");

    /// <summary>How to connect to the journal.</summary>
    public string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = JournalFile,
        DefaultTimeout = BusySeconds,
    }.ToString();

    /// <summary>Makes the directory where it is missing, takes the lock, and makes the journal ready to be written.</summary>
    /// <returns>The lock: dispose of it when nothing writes any more. It ends with the process, however that dies.</returns>
    /// <exception cref="StoreException">Another process writes, or the directory cannot be written, or the journal is no database.</exception>
    public StoreLock OpenForWriting()
    {
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"store {Path} cannot be made: {exception.Message}; choose another with --store", exception);
        }

        var held = StoreLock.Take(this);
        try
        {
            UseWriteAheadLog();
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The write-ahead log is a property of the file, ten times faster for many small transactions, and as durable
    /// (synchronous stays FULL). It has to be set while nobody else has the file open.</summary>
    private void UseWriteAheadLog()
    {
        try
        {
            using var connection = new SqliteConnection(ConnectionString);
            connection.Open();
            if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
                throw new StoreException($"store {JournalFile} cannot be written: it is read-only; make it writable, or choose another with --store");
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            command.ExecuteNonQuery();
        }
        catch (SqliteException exception)
        {
            throw new StoreException(
                $"store {JournalFile} cannot be opened: {exception.Message}; if it was damaged, move it away and run again", exception);
        }
    }
}
