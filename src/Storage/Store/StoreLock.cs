using System.Globalization;
using System.Text;

namespace Backtest.Storage.Store;

/// <summary>The right to write to a store: one process at a time has it. The operating system gives it back when the process ends.</summary>
public sealed class StoreLock : IDisposable
{
    private readonly FileStream _file;

    private StoreLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a store.</summary>
    /// <exception cref="StoreException">Another process has it, or the file cannot be written.</exception>
    internal static StoreLock Take(StoreDirectory store)
    {
        try
        {
            var file = new FileStream(store.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new StoreLock(file);
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

    /// <summary>Gives the lock back.</summary>
    public void Dispose() => _file.Dispose();

    private static string Holder(StoreDirectory store)
    {
        try
        {
            using var file = new FileStream(store.LockFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file, Encoding.ASCII);
            return reader.ReadToEnd() is { Length: > 0 } id ? $" (process {id})" : "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
