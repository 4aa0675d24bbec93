namespace Backtest.Storage.Import;

/// <summary>Tells the unit of epoch times by their magnitude and holds a file to one unit.</summary>
/// <remarks>Below 1e11 a number counts seconds, below 1e14 milliseconds, below 1e17 microseconds, else nanoseconds: right for every
/// moment from 3 March 1973 on, and before 1966. Nearer to 1970 a later row keeps the unit of the row before it where both then lie within three
/// years; a file that <i>starts</i> there in another unit than seconds is not told apart, its years come out wrong and are refused by their
/// range.</remarks>
internal sealed class EpochUnit
{
    private static readonly long[] UnitsPerSecond = [1, 1_000, 1_000_000, 1_000_000_000];
    private static readonly string[] Words = ["seconds", "milliseconds", "microseconds", "nanoseconds"];
    private int _unit = -1;
    private long _previous;

    /// <summary>The unit of the rows so far, in words.</summary>
    public string Word => _unit < 0 ? "none" : Words[_unit];

    /// <summary>Converts a number into UTC ticks; where it is in another unit than the rows before it, returns that unit's word instead.</summary>
    public string? Convert(long number, out long ticks)
    {
        ticks = 0;
        var unit = UnitOf(number);
        if (_unit < 0) _unit = unit;
        else if (unit != _unit && !IsNear(number)) return Words[unit];
        _previous = number;
        ticks = Ticks(number, UnitsPerSecond[_unit]);
        return null;
    }

    private static int UnitOf(long number) => Math.Abs((double)number) switch { < 1e11 => 0, < 1e14 => 1, < 1e17 => 2, _ => 3 };

    private bool IsNear(long number) => Math.Abs((double)number - _previous) / UnitsPerSecond[_unit] < 3 * 365 * 86_400.0;

    private static long Ticks(long number, long unitsPerSecond) =>
        unitsPerSecond <= TimeSpan.TicksPerSecond
            ? (long)Int128.Clamp((Int128)number * (TimeSpan.TicksPerSecond / unitsPerSecond) + DateTime.UnixEpoch.Ticks, 0, DateTime.MaxValue.Ticks)
            : number / (unitsPerSecond / TimeSpan.TicksPerSecond) + DateTime.UnixEpoch.Ticks;
}
