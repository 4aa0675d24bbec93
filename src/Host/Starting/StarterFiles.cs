using System.Text;

namespace Backtest.Host.Starting;

/// <summary>The files that <c>backtest init</c> writes; the program carries them, so nothing is fetched.</summary>
internal static class StarterFiles
{
    /// <summary>The study, by its path inside the folder.</summary>
    public const string Study = "study.yaml";

    private const string Prefix = "Start/";

    // What MSBuild would read as its own syntax in a property's value; the percent sign first, since the others become one.
    private static readonly (string Letter, string Escaped)[] MeaningfulToMSBuild =
        [("%", "%25"), ("$", "%24"), ("@", "%40"), (";", "%3B"), ("'", "%27"), ("*", "%2A"), ("?", "%3F"), ("(", "%28"), (")", "%29")];

    /// <summary>All files, in the order in which they are listed.</summary>
    /// <param name="programFolder">The folder that the program's libraries are in; a strategy of one's own is compiled against them.</param>
    public static IReadOnlyList<StarterFile> All(string programFolder) =>
    [
        new(Study, "the study, ready to run", Read(Study)),
        new("README.md", "what to do next", Read("README.md")),
        new(".gitignore", "keeps results out of a repository", Read(".gitignore")),
        new("data/sp500-2000.csv", "5,105 daily bars of the S&P 500", Read("data/sp500-2000.csv")),
        new("data/README.md", "their source and licence", Read("data/README.md")),
        new("strategies/MyStrategies.csproj", "a class library for strategies of your own", Read("strategies/MyStrategies.csproj")),
        new("strategies/Pullback.cs", "one of them", Read("strategies/Pullback.cs")),
        new("strategies/Directory.Build.props", "where the program is", Property("strategies/Directory.Build.props", programFolder)),
    ];

    private static byte[] Property(string path, string programFolder)
    {
        var value = MeaningfulToMSBuild.Aggregate(
            Path.TrimEndingDirectorySeparator(programFolder), (text, rule) => text.Replace(rule.Letter, rule.Escaped, StringComparison.Ordinal));
        var text = Encoding.UTF8.GetString(Read(path));
        return Encoding.UTF8.GetBytes(text.Replace("{BacktestFolder}", System.Security.SecurityElement.Escape(value), StringComparison.Ordinal));
    }

    /// <summary>The bytes of a file that the program carries.</summary>
    /// <param name="path">Its path, with slashes.</param>
    public static byte[] Read(string path)
    {
        var assembly = typeof(StarterFiles).Assembly;
        var name = assembly.GetManifestResourceNames().Single(name => name.Replace('\\', '/') == Prefix + path);
        using var stream = assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
