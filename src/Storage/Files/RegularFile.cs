using Backtest.Storage.Problems;

namespace Backtest.Storage.Files;

/// <summary>Opens files that a user named, and nothing else: a pipe or a device would block or never end.</summary>
internal static class RegularFile
{
    /// <summary>The length in bytes, at least 1.</summary>
    /// <exception cref="InputException">There is no such file, it is empty, or it is a folder, a pipe or a device.</exception>
    public static long Length(string path)
    {
        if (path.Length == 0 || path.Contains('\0')) throw new InputException(path, 0, 0, "is no file name: name a data file");
        try
        {
            if (Directory.Exists(path)) throw new InputException(path, 0, 0, "is a folder: name a file in it");
            if (!File.Exists(path)) throw Missing(path);
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true);
            var file = new FileInfo(target?.FullName ?? path);
            if (!file.Exists) throw Missing(path);

            // Pipes, devices and /proc files report no length, so this is also what keeps them from being opened, which could block.
            if (file.Length == 0)
                throw new InputException(path, 0, 0, "is empty, or no regular file (a pipe or a device): name a file with bars");
            return file.Length;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Unreadable(path, error);
        }
    }

    /// <summary>Opens the file for one pass from its start.</summary>
    /// <exception cref="InputException">As for <see cref="Length"/>, or it may not be read.</exception>
    public static FileStream Open(string path)
    {
        Length(path);
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, error);
        }
    }

    private static InputException Missing(string path) =>
        new(path, 0, 0, "no such file: check the name and the folder that it is relative to");

    private static InputException Unreadable(string path, Exception error) =>
        new(path, 0, 0, $"cannot be read ({error.Message}): check the name and the permissions");
}
