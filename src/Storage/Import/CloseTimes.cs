using System.Globalization;
using Backtest.Engine.Market;

namespace Backtest.Storage.Import;

/// <summary>Turns the stamps of a file into close times in UTC; nowhere else is this done.</summary>
/// <remarks>A stamp that marks the open of its bar closes one timeframe later; one that marks the close is the close time. A date names a day: as
/// an open it is the start of that day, as a close its end. So the daily bar of 2000-01-03 closes at 2000-01-04T00:00Z either way, and its open
/// time, close less timeframe, is the start of the 3rd: a bar belongs to a window [from, to) by its open time.
/// Daily and longer bars that are stamped with midnights of a local time (<c>2000-01-03 00:00:00-05:00</c>) name the days of that local
/// time.</remarks>
internal static class CloseTimes
{
    /// <summary>The close times of all rows.</summary>
    /// <param name="rows">One row at least.</param>
    /// <param name="timeframe">The interval of one bar.</param>
    /// <param name="stampsClose">Whether the stamps mark the close of their bars.</param>
    public static long[] Of(RowCollector rows, Timeframe timeframe, bool stampsClose)
    {
        var length = timeframe.Length.Ticks;
        var daily = length % TimeSpan.TicksPerDay == 0 && rows.AllAtMidnight;
        var shift = !stampsClose ? length : daily && rows.Kind == StampKind.Date ? TimeSpan.TicksPerDay : 0;
        var times = new long[rows.Count];
        for (var row = 0; row < times.Length; row++) times[row] = (daily ? rows.LocalStamp(row) : rows.Stamps[row]) + shift;
        return times;
    }

    /// <summary>The timeframe that the median step between rows amounts to; null where it is none, or there are fewer than two rows.</summary>
    public static Timeframe? Infer(RowCollector rows)
    {
        if (MedianStep(rows) is not { } step) return null;
        var span = new TimeSpan(step);
        if (span.TotalDays is >= 28 and <= 31) return new Timeframe(1, TimeframeUnit.Month);
        (TimeSpan Length, TimeframeUnit Unit)[] units =
        [
            (TimeSpan.FromDays(7), TimeframeUnit.Week), (TimeSpan.FromDays(1), TimeframeUnit.Day), (TimeSpan.FromHours(1), TimeframeUnit.Hour),
            (TimeSpan.FromMinutes(1), TimeframeUnit.Minute), (TimeSpan.FromSeconds(1), TimeframeUnit.Second),
        ];
        foreach (var (length, unit) in units)
            if (step % length.Ticks == 0 && step / length.Ticks <= 100_000) return new Timeframe((int)(step / length.Ticks), unit);
        return null;
    }

    /// <summary>What is wrong with a timeframe that the user gave, judged by the steps between rows; null where nothing is.</summary>
    public static string? Contradiction(RowCollector rows, Timeframe timeframe)
    {
        const int enough = 10;
        if (MedianStep(rows) is not { } median) return null;
        var length = timeframe.Unit == TimeframeUnit.Month ? TimeSpan.FromDays(28 * timeframe.Count).Ticks : timeframe.Length.Ticks;
        var found = new TimeSpan(median).ToString("c", CultureInfo.InvariantCulture);
        var remedy = Infer(rows) is { } inferred ? $": give timeframe {inferred}" : ": give the timeframe of the file";
        if (median < length) return $"the rows are {found} apart (median), closer than timeframe {timeframe}{remedy}";
        var longest = timeframe.Unit == TimeframeUnit.Month ? TimeSpan.FromDays(31 * timeframe.Count).Ticks : length;
        if (rows.Count < enough || median <= longest || Steps(rows).Any(step => step >= length && step <= longest)) return null;
        return $"no two rows are one timeframe {timeframe} apart, they are {found} apart (median){remedy}";
    }

    private static long? MedianStep(RowCollector rows)
    {
        if (rows.Count < 2) return null;
        var steps = Steps(rows).ToArray();
        Array.Sort(steps);
        return steps[steps.Length / 2];
    }

    private static IEnumerable<long> Steps(RowCollector rows) =>
        Enumerable.Range(1, rows.Count - 1).Select(row => rows.LocalStamp(row) - rows.LocalStamp(row - 1));
}
