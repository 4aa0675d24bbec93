using System.Globalization;

namespace Backtest.Storage.Studies;

/// <summary>Reads the single values of a study file; null where a text is none.</summary>
public static class ScalarText
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>A finite number.</summary>
    public static double? Number(string text) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A number kept in decimal, so that steps of 0.1 stay exact.</summary>
    public static decimal? Decimal(string text) =>
        decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary><c>0.1%</c> or <c>0.001</c>.</summary>
    public static double? Fraction(string text) => text.EndsWith('%') ? Number(text[..^1].TrimEnd()) / 100 : Number(text);

    /// <summary><c>0.1%</c> or <c>0.001</c>, kept in decimal.</summary>
    public static decimal? DecimalFraction(string text) => text.EndsWith('%') ? Decimal(text[..^1].TrimEnd()) / 100 : Decimal(text);

    /// <summary>A whole number.</summary>
    public static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static bool? Truth(string text) => text switch { "true" => true, "false" => false, _ => null };

    /// <summary><c>500ms</c>, <c>60s</c>, <c>5m</c>, <c>1h</c>; more than zero.</summary>
    public static TimeSpan? Duration(string text)
    {
        var digits = text.AsSpan().TrimEnd("mhs");
        if (Number(digits.ToString()) is not { } count || count <= 0) return null;
        double? seconds = text[digits.Length..] switch { "ms" => count / 1000, "s" => count, "m" => count * 60, "h" => count * 3600, _ => null };
        return seconds is { } length and < 1e9 ? TimeSpan.FromSeconds(length) : null;
    }

    /// <summary><c>2010-01-31</c>, or with a time of day, in UTC unless an offset is given.</summary>
    /// <returns>The moment in UTC ticks, and whether it is a whole day.</returns>
    public static (long Ticks, bool IsDay)? Moment(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (day.ToDateTime(default).Ticks, true);
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        string[] forms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];
        return DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, Utc, out var moment) ? (moment.Ticks, false) : null;
    }
}
