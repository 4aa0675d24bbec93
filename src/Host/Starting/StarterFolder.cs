using Backtest.Host.CommandLine;

namespace Backtest.Host.Starting;

/// <summary>The folder that a new user starts in. Nothing that is there already is overwritten.</summary>
/// <param name="path">The folder as the user named it.</param>
/// <param name="files">What it is to hold.</param>
internal sealed class StarterFolder(string path, IReadOnlyList<StarterFile> files)
{
    private const int MostListed = 10;

    // What a repository, a run and a build leave in a folder that was made here.
    private static readonly string[] NotInTheWay = [".git", ".backtest", "bin", "obj"];

    /// <summary>Writes the files that are not there yet.</summary>
    /// <returns>The files written; none where all were there.</returns>
    /// <exception cref="UsageException">Something is in the way; nothing was written.</exception>
    public IReadOnlyList<StarterFile> Write()
    {
        if (File.Exists(path)) throw new UsageException($"'{path}' is a file: name a folder that is empty or does not exist");
        var inTheWay = InTheWay("").Order(StringComparer.Ordinal).ToArray();
        if (inTheWay.Length > 0)
        {
            var more = inTheWay.Length > MostListed ? $" and {inTheWay.Length - MostListed} more" : "";
            throw new UsageException(
                $"'{path}' is not empty: {string.Join(", ", inTheWay.Take(MostListed))}{more} would be in the way, and nothing is overwritten: "
                + "name another folder, as in 'backtest init my-study'");
        }

        var missing = files.Where(file => !File.Exists(PathOf(file.Path))).ToArray();
        foreach (var file in missing) Write(file);
        return missing;
    }

    private void Write(StarterFile file)
    {
        var target = PathOf(file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var stream = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        stream.Write(file.Content.Span);
    }

    /// <summary>What is in a folder and is not exactly what would be written, by its path inside the starter's folder.</summary>
    private IEnumerable<string> InTheWay(string folder)
    {
        if (!Directory.Exists(PathOf(folder))) yield break;
        foreach (var entry in new DirectoryInfo(PathOf(folder)).EnumerateFileSystemInfos())
        {
            var inside = folder + entry.Name;
            if (NotInTheWay.Contains(entry.Name)) continue;
            if (entry is DirectoryInfo)
            {
                if (!files.Any(file => file.Path.StartsWith(inside + "/", StringComparison.Ordinal))) yield return inside + "/";
                else foreach (var found in InTheWay(inside + "/")) yield return found;
            }
            else if (files.FirstOrDefault(file => file.Path == inside) is not { } file || !IsSame(entry.FullName, file)) yield return inside;
        }
    }

    private static bool IsSame(string target, StarterFile file) =>
        new FileInfo(target).Length == file.Content.Length && file.Content.Span.SequenceEqual(File.ReadAllBytes(target));

    private string PathOf(string inside) => Path.Combine(path, inside);
}
