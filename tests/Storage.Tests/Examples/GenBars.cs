using Backtest.Engine.Market;
using CsCheck;

namespace Backtest.Storage.Tests.Examples;

/// <summary>Any bars that a file can hold: prices of every magnitude, with gaps in time.</summary>
internal static class GenBars
{
    private static readonly Timeframe[] Timeframes =
    [
        new(30, TimeframeUnit.Second), new(15, TimeframeUnit.Minute), Timeframe.Hour, Timeframe.Day, new(1, TimeframeUnit.Week),
    ];

    private static readonly int[] Steps = [1, 1, 1, 2, 7];

    private static readonly Gen<double> Price =
        Gen.Select(Gen.Double[1, 10], Gen.Int[-8, 12]).Select((digits, power) => digits * Math.Pow(10, power));

    private static readonly Gen<(double A, double B, double C, double D, double Volume, int Step)> Row =
        Gen.Select(Price, Price, Price, Price, Gen.Double[0, 1e12], Gen.Int[0, Steps.Length - 1].Select(at => Steps[at]));

    /// <summary>One to eighty bars; those of a day or longer open at midnight, as files of them do.</summary>
    public static Gen<BarSeries> Series { get; } =
        Gen.Select(Gen.Int[0, Timeframes.Length - 1].Select(at => Timeframes[at]), Gen.Int[0, 20_000], Row.Array[1, 80]).Select(Create);

    private static BarSeries Create(Timeframe timeframe, int day, (double A, double B, double C, double D, double Volume, int Step)[] rows)
    {
        var times = new long[rows.Length];
        var time = new DateTime(1970, 1, 1).AddDays(day).Ticks;
        for (var bar = 0; bar < rows.Length; bar++)
        {
            // Two neighbours at least: a timeframe that no two rows confirm is refused.
            time += (bar < 2 ? 1 : rows[bar].Step) * timeframe.Length.Ticks;
            times[bar] = time;
        }

        double[][] sorted = [.. rows.Select(row => new[] { row.A, row.B, row.C, row.D }.Order().ToArray())];
        return new BarSeries("X", timeframe, new BarColumns(
            times,
            sorted.Select((prices, bar) => prices[1 + bar % 2]).ToArray(),
            sorted.Select(prices => prices[3]).ToArray(),
            sorted.Select(prices => prices[0]).ToArray(),
            sorted.Select((prices, bar) => prices[2 - bar % 2]).ToArray(),
            rows.Select(row => row.Volume).ToArray()));
    }
}
