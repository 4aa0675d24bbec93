namespace Backtest.Host.BarFiles;

/// <summary>A text as a value inside a flow mapping of YAML.</summary>
internal static class YamlScalar
{
    // What YAML readers take for truth values and nothing.
    private static readonly string[] Words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

    /// <summary>The text itself where that is plain, else in single quotes.</summary>
    public static string Of(string text)
    {
        var plain = text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '/') && text.All(IsPlain)
            && !Words.Contains(text.ToLowerInvariant());
        return plain ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || "._-/".Contains(letter);
}
