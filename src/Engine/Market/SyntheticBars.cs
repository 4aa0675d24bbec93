using Backtest.Engine.Numerics;

namespace Backtest.Engine.Market;

/// <summary>Makes bars up, for benchmarks and first steps: a geometric random walk without drift. One seed always gives the same bars.</summary>
public static class SyntheticBars
{
    private const double FirstPrice = 100;
    private const double YearlyVolatility = 0.4;
    private const double MeanVolume = 1_000;

    /// <summary>When the first bar opens where nobody says otherwise, in UTC.</summary>
    public static DateTime DefaultStart { get; } = new(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Makes bars.</summary>
    /// <param name="symbol">The instrument's name.</param>
    /// <param name="timeframe">The interval of one bar.</param>
    /// <param name="count">How many; 1 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="first">When the first bar opens, in UTC; null for <see cref="DefaultStart"/>.</param>
    public static BarSeries Create(string symbol, Timeframe timeframe, int count, ulong seed, DateTime? first = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var random = new SeededRandom(seed);
        var (length, start) = (timeframe.Length.Ticks, (first ?? DefaultStart).Ticks);
        var deviation = YearlyVolatility / Math.Sqrt(timeframe.PeriodsPerYear);
        var times = new long[count];
        double[] open = new double[count], high = new double[count], low = new double[count], close = new double[count], volume = new double[count];
        var price = FirstPrice;
        for (var bar = 0; bar < count; bar++)
        {
            times[bar] = start + (bar + 1) * length;
            open[bar] = price;
            price = Math.Max(0.01, Rounded(price * Math.Exp(deviation * random.NextNormal())));
            close[bar] = price;
            high[bar] = Rounded(Math.Max(open[bar], price) * (1 + deviation * random.NextDouble()) + 0.005);
            low[bar] = Math.Max(0.01, Rounded(Math.Min(open[bar], price) * (1 - deviation / 2 * random.NextDouble()) - 0.005));
            volume[bar] = Math.Round(MeanVolume * (0.5 + random.NextDouble()), 3);
        }

        return new BarSeries(symbol, timeframe, new BarColumns(times, open, high, low, close, volume));
    }

    /// <summary>Prices have two decimals, so that a file of them is short.</summary>
    private static double Rounded(double price) => Math.Round(price, 2);
}
