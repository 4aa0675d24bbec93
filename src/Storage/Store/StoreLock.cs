using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Backtest.Storage.Store;

/// <summary>The right to write to a store: one process at a time has it. The operating system gives it back when the process ends.</summary>
public sealed class StoreLock : IDisposable
{
    private readonly FileStream _file;
    private readonly StoreDirectory _store;

    private StoreLock(FileStream file, StoreDirectory store) => (_file, _store) = (file, store);

    /// <summary>Takes the lock of a store.</summary>
    /// <exception cref="StoreException">Another process has it, or the file cannot be written.</exception>
    internal static StoreLock Take(StoreDirectory store)
    {
        try
        {
            var file = new FileStream(store.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(store.OwnerFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new StoreLock(file, store);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StoreException($"store {store.Path} cannot be written: {exception.Message}; choose another with --store", exception);
        }
        catch (IOException exception)
        {
            throw new StoreException(
                $"store {store.Path} is in use by another run{Holder(store)}: wait for it, or choose another with --store ({exception.Message})",
                exception);
        }
    }

    /// <summary>Closes the journal's pooled connections, so that nothing of this process holds its files, and gives the lock back.</summary>
    public void Dispose()
    {
        using (var connection = new SqliteConnection(_store.ConnectionString)) SqliteConnection.ClearPool(connection);
        _file.Dispose();
    }

    private static string Holder(StoreDirectory store)
    {
        try
        {
            return $" (process {File.ReadAllText(store.OwnerFile)})";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
