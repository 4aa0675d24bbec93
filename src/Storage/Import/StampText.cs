using System.Globalization;
using System.Text;

namespace Backtest.Storage.Import;

/// <summary>Reads the time of a row: ISO dates and times, with or without an offset from UTC, and epoch numbers. A time without an offset is
/// UTC.</summary>
internal static class StampText
{
    private const NumberStyles Digits = NumberStyles.None;
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "yyyy.MM.dd"];
    private static readonly string[] Times =
        ["HH:mm", "HH:mm:ss", "HH:mm:ss.f", "HH:mm:ss.ff", "HH:mm:ss.fff", "HH:mm:ss.ffff", "HH:mm:ss.fffff", "HH:mm:ss.ffffff", "HH:mm:ss.fffffff"];

    /// <summary>What a wrong time should look like.</summary>
    public const string Remedy = "write 2000-01-31, 2000-01-31T15:30:00Z, or milliseconds since 1970";

    /// <summary>Reads a time; false where the text is none.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out Stamp stamp)
    {
        stamp = default;
        if (utf8.Length is 0 or > 40) return false;
        Span<char> buffer = stackalloc char[40];
        if (!Encoding.UTF8.TryGetChars(utf8, buffer, out var count)) return false;
        var text = ((ReadOnlySpan<char>)buffer[..count]).Trim();
        return TryDate(text, out stamp) || TryEpoch(text, out stamp) || TryInstant(text, out stamp);
    }

    private static bool TryDate(ReadOnlySpan<char> text, out Stamp stamp)
    {
        var read = DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        stamp = new Stamp(StampKind.Date, date.ToDateTime(default).Ticks);
        return read;
    }

    private static bool TryEpoch(ReadOnlySpan<char> text, out Stamp stamp)
    {
        if (text.EndsWith(".0")) text = text[..^2];
        var read = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        stamp = new Stamp(StampKind.Epoch, number);
        return read;
    }

    private static bool TryInstant(ReadOnlySpan<char> text, out Stamp stamp)
    {
        stamp = default;
        var split = text.IndexOfAny('T', ' ');
        if (split < 0 || !TryDate(text[..split], out var date)) return false;
        if (!TryOffset(text[(split + 1)..], out var clock, out var offset)) return false;
        if (!TimeOnly.TryParseExact(clock, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return false;
        var ticks = date.Value + time.Ticks - offset * TimeSpan.TicksPerMinute;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return false;
        stamp = new Stamp(StampKind.Instant, ticks, offset);
        return true;
    }

    /// <summary>Splits <c>15:30:00-05:00</c>; the offset may be Z, UTC, +hh, +hhmm or +hh:mm.</summary>
    private static bool TryOffset(ReadOnlySpan<char> text, out ReadOnlySpan<char> clock, out short minutes)
    {
        minutes = 0;
        clock = text;
        if (text.EndsWith("Z")) clock = text[..^1];
        else if (text.EndsWith("UTC")) clock = text[..^3].TrimEnd();
        else
        {
            var sign = text.LastIndexOfAny('+', '-');
            if (sign < 0) return true;
            clock = text[..sign].TrimEnd();
            return TryMinutes(text[(sign + 1)..], text[sign] == '-', out minutes);
        }

        return true;
    }

    private static bool TryMinutes(ReadOnlySpan<char> text, bool negative, out short minutes)
    {
        minutes = 0;
        var rest = text.Length switch { 2 => "0", 4 => text[2..], 5 when text[2] == ':' => text[3..], _ => "x" };
        if (!byte.TryParse(rest, Digits, CultureInfo.InvariantCulture, out var minute) || minute > 59) return false;
        if (!byte.TryParse(text[..2], Digits, CultureInfo.InvariantCulture, out var hour) || hour > 14) return false;
        minutes = (short)((hour * 60 + minute) * (negative ? -1 : 1));
        return true;
    }
}
