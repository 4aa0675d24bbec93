namespace Backtest.House.Tests.Sources;

/// <summary>hocon/backtest.conf, line by line. A dispatcher counts as one key, whatever stands in it.</summary>
internal static class HoconFile
{
    public const string Name = "hocon/backtest.conf";

    /// <summary>Its keys, with the line that each stands on, and whether the line above is a comment.</summary>
    public static IReadOnlyList<(string Path, int Line, bool HasComment)> Keys { get; } = [.. Read(File.ReadAllLines(Repository.PathOf(Name)))];

    private static IEnumerable<(string Path, int Line, bool HasComment)> Read(string[] lines)
    {
        Stack<string> sections = [];
        for (var at = 0; at < lines.Length; at++)
        {
            var text = lines[at].Trim();
            var hasComment = at > 0 && lines[at - 1].TrimStart().StartsWith('#');
            if (text.Length == 0 || text[0] == '#') continue;
            if (text == "}")
            {
                sections.Pop();
                continue;
            }

            var name = text.Split('=', '{')[0].Trim();
            var isSection = text.EndsWith('{');
            var isDispatcher = name.EndsWith("-dispatcher", StringComparison.Ordinal);
            if (isSection ? isDispatcher : !sections.Peek().EndsWith("-dispatcher", StringComparison.Ordinal))
                yield return (string.Join('.', [.. sections.Reverse(), name]), at + 1, hasComment);
            if (isSection) sections.Push(name);
        }
    }
}
