using System.Globalization;
using Backtest.Engine.Market;

namespace Backtest.Storage.Results;

/// <summary>The times of a data set's bars as results show them, in UTC: days, <c>yyyy-MM-dd</c>, where every bar covers whole days; else
/// moments, <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
public sealed class BarTimes
{
    private const string Day = "yyyy-MM-dd", Moment = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private readonly bool _daily;
    private readonly long _length;

    /// <summary>The times of the bars of <paramref name="series"/>.</summary>
    public BarTimes(BarSeries series) => (_length, _daily) = (series.Timeframe.Length.Ticks, IsDaily(series));

    /// <summary>When a bar opens, or its first day.</summary>
    /// <param name="closeTime">The bar's close time in UTC ticks.</param>
    public string Open(long closeTime) => _daily ? Text(closeTime - _length, Day) : Text(closeTime - _length, Moment);

    /// <summary>When a bar closes, or its last day.</summary>
    /// <param name="closeTime">The bar's close time in UTC ticks.</param>
    public string Close(long closeTime) => _daily ? Text(closeTime - 1, Day) : Text(closeTime, Moment);

    /// <summary>A moment, <c>yyyy-MM-ddTHH:mm:ssZ</c>; fractions of a second only where there are any.</summary>
    /// <param name="time">The moment in UTC ticks.</param>
    public static string Text(long time) => Text(time, Moment);

    private static string Text(long time, string form) => new DateTime(time, DateTimeKind.Utc).ToString(form, CultureInfo.InvariantCulture);

    private static bool IsDaily(BarSeries series)
    {
        if (series.Timeframe.Length.Ticks % TimeSpan.TicksPerDay != 0) return false;
        foreach (var time in series.CloseTimes)
        {
            if (time % TimeSpan.TicksPerDay != 0) return false;
        }

        return true;
    }
}
