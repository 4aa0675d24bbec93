using System.Globalization;
using Backtest.Engine.Market;

namespace Backtest.Storage.Bars;

/// <summary>Writes bars as plain CSV: <c>date,open,high,low,close,volume</c>, stamped with their open in UTC, numbers in the shortest form that
/// reads back to the same bits.</summary>
public static class BarCsv
{
    /// <summary>Writes all bars; lines end in a line feed.</summary>
    public static void Write(TextWriter writer, BarSeries series)
    {
        var daily = series.Timeframe.Length.Ticks % TimeSpan.TicksPerDay == 0
            && Enumerable.Range(0, series.Count).All(bar => series.CloseTimes[bar] % TimeSpan.TicksPerDay == 0);
        writer.Write("date,open,high,low,close,volume\n");
        for (var bar = 0; bar < series.Count; bar++)
        {
            var opened = new DateTime(series.CloseTimes[bar] - series.Timeframe.Length.Ticks, DateTimeKind.Utc);
            writer.Write(opened.ToString(daily ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
            foreach (var number in new[] { series.Open[bar], series.High[bar], series.Low[bar], series.Close[bar], series.Volume[bar] })
            {
                writer.Write(',');
                writer.Write(number.ToString("R", CultureInfo.InvariantCulture));
            }

            writer.Write('\n');
        }
    }
}
