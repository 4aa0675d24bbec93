using System.Globalization;
using System.Text;

namespace Backtest.Storage.Import;

/// <summary>Reads numbers as files write them, and says what a text that is none should be.</summary>
internal static class NumberText
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent
        | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>Reads a number with a decimal point; false where the text is none, or is beyond the range of a double.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out double number) =>
        double.TryParse(utf8, Style, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    /// <summary>The message for a text that is no number.</summary>
    public static string Problem(string name, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Trim(" \t"u8).Length == 0) return $"{name} is empty: write a number or delete the row";
        var text = Show(utf8);
        if (text.Equals("null", StringComparison.OrdinalIgnoreCase)) return $"{name} is null (no bar was made): delete the row";
        if (double.TryParse(utf8, Style, CultureInfo.InvariantCulture, out var number))
            return double.IsNaN(number)
                ? $"{name} '{text}' is not a number: delete the row"
                : $"{name} '{text}' is beyond the range of numbers: correct it";
        return text.Contains(',')
            ? $"{name} '{text}' has a comma: write a decimal point and no thousands separator"
            : $"{name} '{text}' is no number: write one like 1469.25";
    }

    /// <summary>The shortest text that reads back to the same number.</summary>
    public static string Show(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A value for a message, cut where it is long.</summary>
    public static string Show(ReadOnlySpan<byte> utf8) =>
        utf8.Length > 60 ? Encoding.UTF8.GetString(utf8[..60]) + "..." : Encoding.UTF8.GetString(utf8);
}
