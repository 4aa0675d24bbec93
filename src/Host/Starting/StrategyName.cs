using System.Text.RegularExpressions;
using Backtest.Host.CommandLine;

namespace Backtest.Host.Starting;

/// <summary>A new strategy's name, in the forms that it has in C#, in studies and as a file.</summary>
internal sealed partial class StrategyName
{
    private const int Longest = 64;

    private readonly string _folder;

    /// <summary>A name as the user wrote it, with a folder in front where there is one.</summary>
    /// <exception cref="UsageException">It is no name.</exception>
    public StrategyName(string text)
    {
        var path = text.EndsWith(".cs", StringComparison.Ordinal) ? text[..^3] : text;
        (_folder, File) = (Path.GetDirectoryName(path) ?? "", Path.GetFileName(path));
        if (!Pattern().IsMatch(File) || File.Length > Longest)
        {
            throw new UsageException(
                $"'{text}' is no strategy's name: it has to be 1 to {Longest} letters, digits and hyphens and begin with a letter, as in MyBreakout "
                + "or my-breakout");
        }

        Declared = Words().Replace(File, "-").ToLowerInvariant();
        Class = string.Concat(File.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    /// <summary>The name of its files, without an ending.</summary>
    public string File { get; }

    /// <summary>The name of its class.</summary>
    public string Class { get; }

    /// <summary>The name that it declares, and that of its study.</summary>
    public string Declared { get; }

    /// <summary>The source file.</summary>
    public string SourceFile => PathOf($"{File}.cs");

    /// <summary>The study file.</summary>
    public string StudyFile => PathOf($"{File}.yaml");

    /// <summary>A path beside them.</summary>
    public string PathOf(string path) => Path.Combine(_folder, path);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$")]
    private static partial Regex Pattern();

    /// <summary>Where a word ends without a hyphen: MyRSIBreakout is my-rsi-breakout.</summary>
    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex Words();
}
