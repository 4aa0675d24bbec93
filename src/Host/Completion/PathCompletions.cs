namespace Backtest.Host.Completion;

/// <summary>Files and folders that begin as the word that is typed.</summary>
internal static class PathCompletions
{
    private const int Most = 500;

    /// <summary>Folders, with a slash at the end, and the files that end in one of <paramref name="endings"/>; hidden ones only where the word
    /// begins with a dot.</summary>
    public static IReadOnlyList<string> Of(string word, params string[] endings)
    {
        var cut = word.LastIndexOf('/') + 1;
        var (folder, start) = (word[..cut], word[cut..]);
        var place = new DirectoryInfo(folder.Length == 0 ? "." : folder);
        try
        {
            return
            [
                .. place.EnumerateFileSystemInfos()
                    .Where(entry => entry.Name.StartsWith(start, StringComparison.Ordinal) && (start.StartsWith('.') || !entry.Name.StartsWith('.')))
                    .Where(entry => entry is DirectoryInfo || endings.Any(ending => entry.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
                    .Select(entry => folder + entry.Name + (entry is DirectoryInfo ? "/" : ""))
                    .Order(StringComparer.Ordinal)
                    .Take(Most),
            ];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
