namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>The return of a month or a year of the calendar (UTC). A bar belongs to the one that it lies in: a daily bar that closes at
/// midnight, to the day before.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">1 to 12; 0 for a whole year.</param>
/// <param name="Value">Equity at its last close over equity at the last close before it (the capital where there is none), less 1.</param>
public readonly record struct CalendarReturn(int Year, int Month, double Value)
{
    /// <summary>The months that have a bar, in order.</summary>
    public static IReadOnlyList<CalendarReturn> ByMonth(EquityCurve curve) => By(curve, time => (time.Year, time.Month));

    /// <summary>The years that have a bar, in order.</summary>
    public static IReadOnlyList<CalendarReturn> ByYear(EquityCurve curve) => By(curve, time => (time.Year, 0));

    private static List<CalendarReturn> By(EquityCurve curve, Func<DateTime, (int Year, int Month)> periodOf)
    {
        List<CalendarReturn> returns = [];
        var before = curve.Capital;
        for (var bar = 0; bar < curve.Values.Length; bar++)
        {
            var period = Period(bar);
            if (bar + 1 < curve.Values.Length && Period(bar + 1) == period) continue;
            var value = curve.Values[bar] == before ? 0 : curve.Values[bar] / before - 1;
            returns.Add(new CalendarReturn(period.Year, period.Month, value));
            before = curve.Values[bar];
        }

        return returns;

        (int Year, int Month) Period(int bar) => periodOf(new DateTime(curve.CloseTimes[bar] - 1, DateTimeKind.Utc));
    }
}
