using System.Globalization;

namespace Backtest.Storage.Files;

/// <summary>Writes a file aside and renames it, so that a reader, or a crash, never meets half of it.</summary>
internal static class AtomicFile
{
    /// <summary>Calls <paramref name="write"/> on a new file in the folder of <paramref name="path"/>, then puts that file in its place.
    /// Of several processes that write the same path at once, the last one wins whole.</summary>
    public static void Write(string path, Action<FileStream> write)
    {
        var aside = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}-{Guid.NewGuid():n}.tmp");
        try
        {
            using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }
}
