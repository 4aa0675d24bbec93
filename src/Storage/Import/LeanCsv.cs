using System.Globalization;
using Backtest.Storage.Files;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Import;

/// <summary>Trade bars of QuantConnect LEAN, six columns without a header, usually zipped: time, open, high, low, close, volume. Daily and hourly
/// files write <c>yyyyMMdd HH:mm</c>; finer ones milliseconds since midnight, with the day in the file's name (<c>20131007_spy_minute_trade.csv</c>).
/// Times stamp the open. They are New York's for shares, options, futures and indices, UTC for everything else.</summary>
/// <remarks>Prices of shares and options are scaled by 10,000, all others are not. Which it is, is decided by the first that says so: the format's
/// name (<c>lean-equity</c>, <c>lean</c>); a folder of the path that LEAN names by security type; a price with a decimal point in the
/// first line, which a scaled file cannot have. Where nothing says so the file is refused, not guessed.</remarks>
/// <param name="scaled">Whether this instance reads scaled prices.</param>
internal sealed class LeanCsv(bool scaled) : IBarFormat
{
    public const string ScaledName = "lean-equity", PlainName = "lean";
    private const int Columns = 6;
    private const long MillisecondsPerDay = 86_400_000;

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = [scaled ? ScaledName : PlainName];

    /// <inheritdoc/>
    public bool Recognises(FileSample sample) => IsLean(sample) && (IsScaled(sample) ?? scaled) == scaled;

    /// <inheritdoc/>
    public void Read(PackedFile file, FileSample sample, RowCollector rows)
    {
        if (sample.FirstFields.Length != Columns)
            throw new InputException(file.DisplayName, 1, 0,
                $"has {sample.FirstFields.Length} columns, LEAN's trade bars have {Columns}: name a file of trade bars, not of quotes");
        var zone = LeanSecurity.Of(file.Path).IsNewYork(scaled) ? NewYork(file.DisplayName) : TimeZoneInfo.Utc;
        StampReader read = DayOf(sample) is { } day
            ? (ReadOnlySpan<byte> text, out Stamp stamp) => TryMilliseconds(text, day, zone, out stamp)
            : (ReadOnlySpan<byte> text, out Stamp stamp) => StampText.TryParse(text, out stamp) && TryLocal(ref stamp, zone);
        CsvRows.Read(file, new CsvLayout(',', HasHeader: false, Columns, [0, 1, 2, 3, 4, 5], read, scaled ? 10_000 : 1), rows);
    }

    /// <summary>Whether the content is LEAN's and nothing tells whether its prices are scaled.</summary>
    public static bool IsAmbiguous(FileSample sample) => IsLean(sample) && IsScaled(sample) is null;

    private static bool IsLean(FileSample sample)
    {
        var fields = sample.FirstFields;
        if (fields.Length < Columns) return false;
        if (fields.Skip(1).Any(field => field.Length > 0 && !double.TryParse(field, CultureInfo.InvariantCulture, out _))) return false;
        if (DayOf(sample) is not null) return long.TryParse(fields[0], out var milliseconds) && milliseconds is >= 0 and < MillisecondsPerDay;
        return DateTime.TryParseExact(fields[0], "yyyyMMdd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    private static bool? IsScaled(FileSample sample) =>
        LeanSecurity.Of(sample.Path).IsScaled ?? (sample.FirstFields.Skip(1).Take(4).Any(field => field.Contains('.')) ? false : null);

    /// <summary>The day in the name of the zip's entry, else of the file: <c>20131007_...</c>.</summary>
    private static DateTime? DayOf(FileSample sample)
    {
        var name = Path.GetFileName(sample.EntryName.Length > 0 ? sample.EntryName : sample.Path);
        var isDay = DateTime.TryParseExact(name.Split('_')[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        return isDay && name.Contains('_') ? day : null;
    }

    private static bool TryMilliseconds(ReadOnlySpan<byte> text, DateTime day, TimeZoneInfo zone, out Stamp stamp)
    {
        var read = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < MillisecondsPerDay;
        stamp = read ? new Stamp(StampKind.Instant, day.Ticks + milliseconds * TimeSpan.TicksPerMillisecond) : default;
        return read && TryLocal(ref stamp, zone);
    }

    /// <summary>Turns a local time into the instant that it was; false where the clocks were put forward over it.</summary>
    private static bool TryLocal(ref Stamp stamp, TimeZoneInfo zone)
    {
        var local = new DateTime(stamp.Value);
        if (stamp.Kind == StampKind.Epoch || zone.IsInvalidTime(local)) return false;
        var offset = zone.GetUtcOffset(local);
        stamp = new Stamp(StampKind.Instant, stamp.Value - offset.Ticks, (short)offset.TotalMinutes);
        return true;
    }

    private static TimeZoneInfo NewYork(string file) =>
        TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out var zone)
            ? zone
            : throw new InputException(file, 0, 0, "has New York's times and this machine knows no time zones: install tzdata");
}
