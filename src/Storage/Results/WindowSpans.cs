using System.Globalization;
using Backtest.Engine.Market;
using Backtest.Engine.Studies;

namespace Backtest.Storage.Results;

/// <summary>The first and the last moment of each window's bars as results show them, in UTC. Where every bar of the data set is whole days,
/// the first and the last day, <c>yyyy-MM-dd</c>; else the open of the first bar and the close of the last, <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
internal sealed class WindowSpans
{
    private const string Day = "yyyy-MM-dd", Moment = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private readonly (string From, string To)[,] _spans;

    public WindowSpans(Study study)
    {
        var (series, windows) = (study.Series, study.Definition.Windows);
        _spans = new (string, string)[series.Count, windows.Count];
        for (var data = 0; data < series.Count; data++)
        {
            var daily = IsDaily(series[data]);
            for (var window = 0; window < windows.Count; window++) _spans[data, window] = Of(series[data], windows[window], daily);
        }
    }

    public (string From, string To) this[int dataSet, int window] => _spans[dataSet, window];

    /// <summary>A moment as results show it.</summary>
    public static string Text(long ticks) => new DateTime(ticks, DateTimeKind.Utc).ToString(Moment, CultureInfo.InvariantCulture);

    private static (string From, string To) Of(BarSeries series, Window window, bool daily)
    {
        var length = series.Timeframe.Length.Ticks;
        var first = window.From is { } from ? series.IndexAtOrAfter(from + length) : 0;
        var end = window.To is { } to ? series.IndexAtOrAfter(to + length) : series.Count;
        var (open, close) = (series.CloseTimes[first] - length, series.CloseTimes[end - 1]);
        return daily ? (DayText(open), DayText(close - 1)) : (Text(open), Text(close));
    }

    private static bool IsDaily(BarSeries series)
    {
        if (series.Timeframe.Length.Ticks % TimeSpan.TicksPerDay != 0) return false;
        foreach (var time in series.CloseTimes)
        {
            if (time % TimeSpan.TicksPerDay != 0) return false;
        }

        return true;
    }

    private static string DayText(long ticks) => new DateTime(ticks, DateTimeKind.Utc).ToString(Day, CultureInfo.InvariantCulture);
}
