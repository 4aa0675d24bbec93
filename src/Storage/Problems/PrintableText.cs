using System.Globalization;
using System.Text;

namespace Backtest.Storage.Problems;

/// <summary>Texts that come from files, made safe to print: control characters, which could move the cursor of a terminal or forge a second
/// line, are printed as <c>\u001b</c>.</summary>
public static class PrintableText
{
    /// <summary>The text without control characters; what follows <paramref name="longest"/> characters is cut.</summary>
    public static string Of(string text, int longest = int.MaxValue)
    {
        if (text.Length <= longest && !text.Any(Hides)) return text;
        var printed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (printed.Length >= longest) return printed.Append("...").ToString();
            if (Hides(letter)) printed.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else printed.Append(letter);
        }

        return printed.ToString();
    }

    private static bool Hides(char letter) =>
        char.IsControl(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is
            UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
