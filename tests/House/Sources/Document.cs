using System.Text.RegularExpressions;

namespace Backtest.House.Tests.Sources;

/// <summary>A Markdown file.</summary>
/// <param name="Name">Its path inside the repository.</param>
internal sealed partial record Document(string Name)
{
    /// <summary>The project's documents.</summary>
    public static IReadOnlyList<Document> All { get; } =
    [
        .. new[] { "README.md", "CHANGELOG.md" }.Where(name => File.Exists(Repository.PathOf(name)))
            .Concat(Repository.Files("docs", ".md")).Select(name => new Document(name)),
    ];

    /// <summary>Its text.</summary>
    public string Text { get; } = Repository.Read(Name).ReplaceLineEndings("\n");

    /// <summary>The text without blocks of code.</summary>
    public string Prose => Fence().Replace(Text, "");

    /// <summary>Where its links to files lead, as written; links to the web are not among them.</summary>
    public IEnumerable<string> Links => Link().Matches(Prose).Select(match => match.Groups[1].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));

    /// <summary>What stands between backticks in the prose.</summary>
    public IEnumerable<string> Terms => Backticks().Matches(Prose).Select(match => match.Groups[1].Value);

    /// <summary>The names by which a link reaches its headings.</summary>
    public IEnumerable<string> Anchors => Heading().Matches(Prose).Select(match => AnchorOf(match.Groups[1].Value));

    /// <summary>Its blocks of code in a language, with the line on which each begins.</summary>
    public IEnumerable<(string Code, int Line)> Blocks(string language) =>
        from Match match in Fence().Matches(Text)
        where match.Groups[1].Value == language
        select (match.Groups[2].Value, Text.AsSpan(0, match.Index).Count('\n') + 2);

    private static string AnchorOf(string heading)
    {
        var letters = heading.Trim().ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_');
        return string.Concat(letters).Replace(' ', '-');
    }

    [GeneratedRegex("^```(\\w*)[^\n]*\n(.*?)^```\\s*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("\\]\\(([^)\\s]+)\\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Backticks();

    [GeneratedRegex("^#+ +(.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
