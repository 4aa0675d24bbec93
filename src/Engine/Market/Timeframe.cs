using System.Globalization;

namespace Backtest.Engine.Market;

/// <summary>The interval that one bar covers: a count and a unit, such as 1d, 4h or 15m.</summary>
/// <param name="Count">How many units one bar covers; 1 or more.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct Timeframe(int Count, TimeframeUnit Unit)
{
    /// <summary>One day.</summary>
    public static Timeframe Day { get; } = new(1, TimeframeUnit.Day);

    /// <summary>One hour.</summary>
    public static Timeframe Hour { get; } = new(1, TimeframeUnit.Hour);

    /// <summary>The length of one bar; a month counts as 30 days, a week as 7.</summary>
    public TimeSpan Length => Unit switch
    {
        TimeframeUnit.Second => TimeSpan.FromSeconds(Count),
        TimeframeUnit.Minute => TimeSpan.FromMinutes(Count),
        TimeframeUnit.Hour => TimeSpan.FromHours(Count),
        TimeframeUnit.Day => TimeSpan.FromDays(Count),
        TimeframeUnit.Week => TimeSpan.FromDays(7 * Count),
        _ => TimeSpan.FromDays(30 * Count),
    };

    /// <summary>Reads <c>1m</c>, <c>15m</c>, <c>4h</c>, <c>1d</c>, <c>1w</c>, <c>1M</c> (month) or <c>30s</c>.</summary>
    /// <returns>False where the text is none of these.</returns>
    public static bool TryParse(string text, out Timeframe timeframe)
    {
        timeframe = default;
        if (text.Length < 2 || UnitOf(text[^1]) is not { } unit) return false;
        if (!int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count < 1 || count > 100_000) return false;
        timeframe = new Timeframe(count, unit);
        return true;
    }

    /// <summary>The number of bars a year has by convention: 252 for days, 52 for weeks, 12 for months, and the calendar's count
    /// (365 x 24 hours) for intraday bars, which trade around the clock unless a study says otherwise.</summary>
    public double PeriodsPerYear => Unit switch
    {
        TimeframeUnit.Day => 252.0 / Count,
        TimeframeUnit.Week => 52.0 / Count,
        TimeframeUnit.Month => 12.0 / Count,
        _ => TimeSpan.FromDays(365) / Length,
    };

    /// <summary>The text that <see cref="TryParse"/> reads back.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count}{Letter(Unit)}");

    private static TimeframeUnit? UnitOf(char letter) => letter switch
    {
        's' => TimeframeUnit.Second,
        'm' => TimeframeUnit.Minute,
        'h' => TimeframeUnit.Hour,
        'd' => TimeframeUnit.Day,
        'w' => TimeframeUnit.Week,
        'M' => TimeframeUnit.Month,
        _ => null,
    };

    private static char Letter(TimeframeUnit unit) => unit switch
    {
        TimeframeUnit.Second => 's',
        TimeframeUnit.Minute => 'm',
        TimeframeUnit.Hour => 'h',
        TimeframeUnit.Day => 'd',
        TimeframeUnit.Week => 'w',
        _ => 'M',
    };
}

/// <summary>The unit of a <see cref="Timeframe"/>.</summary>
public enum TimeframeUnit
{
    /// <summary>Seconds.</summary>
    Second,

    /// <summary>Minutes.</summary>
    Minute,

    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,
}
