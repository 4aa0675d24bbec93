using Backtest.Engine.Market;
using Backtest.Engine.Numerics;

namespace Backtest.Engine.Tests.Examples;

/// <summary>Daily bars for tests.</summary>
internal static class ExampleBars
{
    private static readonly double[] Volatilities = [0, 1e-6, 0.001, 0.02, 0.2];

    /// <summary>Bars that open at the close before them and have no shadows.</summary>
    public static BarSeries Of(params double[] closes)
    {
        double[] opens = [closes[0], .. closes[..^1]];
        double[] highs = [.. closes.Zip(opens, Math.Max)];
        double[] lows = [.. closes.Zip(opens, Math.Min)];
        return Of(opens, highs, lows, closes);
    }

    /// <summary>Bars of their columns; without volume where none is given.</summary>
    public static BarSeries Of(double[] opens, double[] highs, double[] lows, double[] closes, double[]? volumes = null)
    {
        long[] times = [.. closes.Select((_, bar) => (bar + 1) * TimeSpan.TicksPerDay)];
        return new BarSeries("TEST", Timeframe.Day, new BarColumns(times, opens, highs, lows, closes, volumes ?? new double[closes.Length]));
    }

    /// <summary>Bars of one seed: calm or wild, with gaps, with spells in which nothing moves, with or without a tick size.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed, which chooses the kind of market too.</param>
    /// <param name="scale">What every price is multiplied by.</param>
    public static BarSeries Random(int count, ulong seed, double scale = 1)
    {
        var random = new SeededRandom(seed);
        var volatility = Volatilities[random.NextBits() % (ulong)Volatilities.Length];
        var (stillness, ticks) = (random.NextDouble() * 0.5, random.NextDouble() < 0.5);
        double[] open = new double[count], high = new double[count], low = new double[count], close = new double[count], volume = new double[count];
        var price = 100.0;
        for (var bar = 0; bar < count; bar++)
        {
            open[bar] = Next(volatility / 3);
            close[bar] = Next(volatility);
            high[bar] = Math.Max(open[bar], close[bar]) * (1 + volatility * random.NextDouble()) * scale;
            low[bar] = Math.Min(open[bar], close[bar]) * (1 - volatility * random.NextDouble()) * scale;
            (open[bar], close[bar], volume[bar]) = (open[bar] * scale, close[bar] * scale, random.NextBits() % 1000);
        }

        return Of(open, high, low, close, volume);

        double Next(double deviation)
        {
            if (random.NextDouble() < stillness) return price;
            price = Math.Clamp(price * Math.Exp(deviation * random.NextNormal()), 0.01, 1e9);
            return price = ticks ? Math.Max(0.01, Math.Round(price, 2)) : price;
        }
    }
}
