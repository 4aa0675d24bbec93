using Backtest.Engine.Market;
using Backtest.Engine.Studies;

namespace Backtest.Storage.Results;

/// <summary>When the first bar of each window opens and its last one closes, as <see cref="BarTimes"/> writes it.</summary>
internal sealed class WindowSpans
{
    private readonly (string From, string To)[,] _spans;

    public WindowSpans(Plan plan)
    {
        var (series, windows) = (plan.Study.Series, plan.Windows);
        _spans = new (string, string)[series.Count, windows.Count];
        for (var data = 0; data < series.Count; data++)
        {
            var times = new BarTimes(series[data]);
            for (var window = 0; window < windows.Count; window++) _spans[data, window] = Of(series[data], windows[window], times);
        }
    }

    public (string From, string To) this[int dataSet, int window] => _spans[dataSet, window];

    /// <summary>A bar belongs to a window where its open time does, as in a plan.</summary>
    private static (string From, string To) Of(BarSeries series, Window window, BarTimes times)
    {
        var length = series.Timeframe.Length.Ticks;
        var first = window.From is { } from ? series.IndexAtOrAfter(from + length) : 0;
        var end = window.To is { } to ? series.IndexAtOrAfter(to + length) : series.Count;
        return (times.Open(series.CloseTimes[first]), times.Close(series.CloseTimes[end - 1]));
    }
}
