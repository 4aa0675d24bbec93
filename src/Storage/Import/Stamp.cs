namespace Backtest.Storage.Import;

/// <summary>A row's time as it is written in the file.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Value">UTC ticks of an instant; ticks of a date's midnight; the number itself of an epoch time.</param>
/// <param name="OffsetMinutes">For an instant that was written as local time: minutes that the local time is ahead of UTC.</param>
internal readonly record struct Stamp(StampKind Kind, long Value, short OffsetMinutes = 0);

/// <summary>How a time is written.</summary>
internal enum StampKind
{
    /// <summary>A day without a time of day.</summary>
    Date,

    /// <summary>A moment.</summary>
    Instant,

    /// <summary>A number of seconds, milliseconds, microseconds or nanoseconds since 1970.</summary>
    Epoch,
}
