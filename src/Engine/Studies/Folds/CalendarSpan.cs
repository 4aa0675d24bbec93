using System.Globalization;

namespace Backtest.Engine.Studies.Folds;

/// <summary>A length of time by the calendar, such as three years: a year has the days that it has.</summary>
/// <param name="Count">How many units; 0 or more.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct CalendarSpan(int Count, CalendarUnit Unit)
{
    private const int MostUnits = 100_000;

    private static readonly (string Suffix, CalendarUnit Unit)[] Units =
    [
        ("y", CalendarUnit.Year), ("M", CalendarUnit.Month), ("w", CalendarUnit.Week), ("d", CalendarUnit.Day), ("h", CalendarUnit.Hour),
        ("m", CalendarUnit.Minute),
    ];

    /// <summary>Reads <c>3y</c>, <c>6M</c> (months), <c>2w</c>, <c>10d</c>, <c>12h</c>, <c>30m</c> (minutes).</summary>
    /// <returns>Null where the text is none of them.</returns>
    public static CalendarSpan? Parse(string text)
    {
        foreach (var (suffix, unit) in Units)
        {
            if (!text.EndsWith(suffix, StringComparison.Ordinal)) continue;
            return int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostUnits
                ? new CalendarSpan(count, unit)
                : null;
        }

        return null;
    }

    /// <summary>The moment so many of these spans after another one, in ticks. Added at once and not one by one, so that a month after the 31st of
    /// January and one more is the 31st of March.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The moment lies outside of the calendar.</exception>
    public long After(long ticks, int times = 1)
    {
        var (moment, count) = (new DateTime(ticks, DateTimeKind.Utc), checked(Count * times));
        return (Unit switch
        {
            CalendarUnit.Year => moment.AddYears(count),
            CalendarUnit.Month => moment.AddMonths(count),
            CalendarUnit.Week => moment.AddDays(7.0 * count),
            CalendarUnit.Day => moment.AddDays(count),
            CalendarUnit.Hour => moment.AddHours(count),
            _ => moment.AddMinutes(count),
        }).Ticks;
    }

    /// <summary>As it is written in a study file.</summary>
    public override string ToString()
    {
        var unit = Unit;
        return string.Create(CultureInfo.InvariantCulture, $"{Count}{Units.First(known => known.Unit == unit).Suffix}");
    }
}

/// <summary>Units of the calendar.</summary>
public enum CalendarUnit
{
    /// <summary>Years.</summary>
    Year,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Weeks of seven days.</summary>
    Week,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Minutes.</summary>
    Minute,
}
