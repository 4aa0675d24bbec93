namespace Backtest.House.Tests.Sources;

/// <summary>The files of the repository that these tests are part of, without what builds and runs leave behind.</summary>
internal static class Repository
{
    private static readonly string[] Ignored =
        [".backtest", ".git", ".idea", ".vs", "BenchmarkDotNet.Artifacts", "TestResults", "artifacts", "bin", "obj"];

    /// <summary>The folder that holds Backtest.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path inside the repository, with slashes.</summary>
    public static string NameOf(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The full path of a name inside the repository.</summary>
    public static string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>The text of a file.</summary>
    public static string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>The names of all files under a folder that end so, in order; none where there is no such folder.</summary>
    public static IReadOnlyList<string> Files(string folder, string ending) =>
        Directory.Exists(PathOf(folder)) ? [.. Walk(PathOf(folder), ending).Select(NameOf).Order(StringComparer.Ordinal)] : [];

    private static IEnumerable<string> Walk(string folder, string ending)
    {
        var folders = Directory.EnumerateDirectories(folder).Where(inner => !Ignored.Contains(Path.GetFileName(inner)));
        return Directory.EnumerateFiles(folder, "*" + ending).Concat(folders.SelectMany(inner => Walk(inner, ending)));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Backtest.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException(
            $"no folder above {AppContext.BaseDirectory} holds Backtest.sln: run these tests from a clone of the repository");
    }
}
