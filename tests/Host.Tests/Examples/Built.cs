namespace Backtest.Host.Tests.Examples;

/// <summary>Where things are after a build.</summary>
internal static class Built
{
    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The program, for <c>dotnet</c>.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, "backtest.dll");

    /// <summary><c>release</c> or <c>debug</c>, as these tests were built.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Name;

    /// <summary>A file that the build of a sample, or of the benchmarks, made.</summary>
    public static string OfSample(string project, string file) =>
        Path.Combine(Repository, "artifacts", "bin", project, Configuration, file);

    /// <summary>A sample's study file; where these tests are no release build, a copy in <paramref name="folder"/> that names this build.</summary>
    public static string StudyOfSample(string project, string file, string folder)
    {
        var path = Path.Combine(Repository, "samples", project, file);
        if (Configuration == "release") return path;
        var copy = Path.Combine(folder, file);
        File.WriteAllText(copy, File.ReadAllText(path)
            .Replace("../../", Repository + "/", StringComparison.Ordinal)
            .Replace("/release/", $"/{Configuration}/", StringComparison.Ordinal));
        return copy;
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Backtest.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
