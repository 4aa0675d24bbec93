using System.Globalization;
using Backtest.Actors.Running;

namespace Backtest.Host.Running;

/// <summary>Times, sizes and rates as a person reads them.</summary>
internal static class PeopleText
{
    private const double Gibibyte = 1L << 30, Mebibyte = 1L << 20;

    /// <summary>A duration: <c>12 µs</c>, <c>3.5 ms</c>, <c>35 ms</c>, <c>4.2 s</c>, <c>3 min 20 s</c>, <c>2 h 5 min</c>, <c>3 d 4 h</c>.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalMilliseconds: < 0.9995 and > 0 } => Invariant($"{time.TotalMicroseconds:0} µs"),
        { TotalMilliseconds: < 9.95 } => Invariant($"{time.TotalMilliseconds:0.0} ms"),
        { TotalMilliseconds: < 999.5 } => Invariant($"{time.TotalMilliseconds:0} ms"),
        { TotalSeconds: < 99.95 } => Invariant($"{time.TotalSeconds:0.0} s"),
        _ => Long(time),
    };

    /// <summary>Time left, in whole seconds at the finest; it is an estimate.</summary>
    public static string Left(TimeSpan time) => time.TotalSeconds < 99.5 ? Invariant($"{Math.Ceiling(time.TotalSeconds):0} s") : Long(time);

    /// <summary>Seconds with one decimal, more where there is less than one: a figure to compare.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds switch
    {
        >= 1 => Invariant($"{time.TotalSeconds:#,0.0} s"),
        >= 0.01 => Invariant($"{time.TotalSeconds:0.000} s"),
        _ => Invariant($"{time.TotalSeconds:0.00000} s"),
    };

    /// <summary>Backtests a second.</summary>
    public static string Rate(double perSecond) => perSecond is >= 10 or 0 ? Invariant($"{perSecond:#,0}/s") : Invariant($"{perSecond:0.0}/s");

    /// <summary>A size in units of 1024^3 bytes, or of 1024^2 where it is less than one.</summary>
    public static string Size(long bytes) => bytes switch
    {
        >= (long)Gibibyte => Invariant($"{bytes / Gibibyte:#,0.0} GB"),
        >= 10 * (long)Mebibyte => Invariant($"{bytes / Mebibyte:0} MB"),
        _ => Invariant($"{bytes / Mebibyte:0.0} MB"),
    };

    /// <summary><c>Used: 41.2%, Available: 12.3GB</c>.</summary>
    public static string Memory(MemoryUse memory) => Invariant($"Used: {memory.UsedPercent:0.0}%, Available: {memory.AvailableGiB:0.0}GB");

    /// <summary>A count with its noun.</summary>
    public static string Count(long count, string one, string many) => Invariant($"{count:#,0} {(count == 1 ? one : many)}");

    /// <summary>Formats for the invariant culture.</summary>
    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Long(TimeSpan time)
    {
        var whole = TimeSpan.FromSeconds(Math.Round(time.TotalSeconds));
        return whole switch
        {
            { TotalHours: < 1 } => Invariant($"{whole.Minutes} min {whole.Seconds} s"),
            { TotalDays: < 1 } => Invariant($"{whole.Hours} h {whole.Minutes} min"),
            { TotalDays: < 1000 } => Invariant($"{whole.Days} d {whole.Hours} h"),
            _ => "years",
        };
    }
}
