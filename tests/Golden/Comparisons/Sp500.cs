using System.Globalization;
using Backtest.Engine.Market;

namespace Backtest.Goldens;

/// <summary>The daily bars that the goldens were computed on.</summary>
internal static class Sp500
{
    public static BarSeries Bars { get; } = Read();

    /// <summary>The day on which a bar opened, as the goldens name it.</summary>
    public static DateTime Opened(int bar) => new DateTime(Bars.CloseTimes[bar]).AddDays(-1);

    private static BarSeries Read()
    {
        var table = GoldenTable.Read("sp500-2000.csv");
        long[] times =
        [
            .. Enumerable.Range(0, table.Count).Select(row => DateTime
                .Parse(table.Text(row, "date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
                .AddDays(1).Ticks),
        ];
        return new BarSeries("SPX", Timeframe.Day, new BarColumns(
            times, table.Column("open"), table.Column("high"), table.Column("low"), table.Column("close"), table.Column("volume")));
    }
}
