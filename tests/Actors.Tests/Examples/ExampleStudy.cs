using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Engine.Studies;

namespace Backtest.Actors.Tests.Examples;

/// <summary>Studies of <see cref="PoisonStrategy"/> over a few made-up bars.</summary>
internal static class ExampleStudy
{
    public static Study Poison(int count, int every = 0, string mode = "throw", string name = "poison", int bars = 300)
    {
        return Of(new StrategyDefinition(() => new PoisonStrategy()), count, every, mode, name, bars);
    }

    /// <summary>The strategy can be made once, to declare it, and no more.</summary>
    public static Study Unmakeable(int count) => Breaking(count, made => made > 1);

    /// <summary>The strategy cannot always be made; <paramref name="breaks"/> is told which time it is, from 1 on.</summary>
    public static Study Breaking(int count, Func<int, bool> breaks)
    {
        var made = 0;
        return Of(
            new StrategyDefinition(() => breaks(Interlocked.Increment(ref made))
                ? throw new InvalidOperationException("cannot be made again")
                : new PoisonStrategy()),
            count);
    }

    private static Study Of(
        StrategyDefinition strategy, int count, int every = 0, string mode = "throw", string name = "poison", int bars = 300)
    {
        var entry = new StrategyEntry(
            "poison",
            null,
            [
                new ParameterAxis("id", 1, count, 1),
                new ParameterAxis("every", [new ParameterValue(every)]),
                new ParameterAxis("mode", [new ParameterValue(mode)]),
            ],
            null);
        var definition = new StudyDefinition(name, [new DataSource("TEST", "made up", Timeframe.Day)], [entry], [Window.All]);
        return new Study(definition, [Bars(bars)], [strategy]);
    }

    private static BarSeries Bars(int count)
    {
        var (times, opens, highs, lows, closes) =
            (new long[count], new double[count], new double[count], new double[count], new double[count]);
        var price = 100.0;
        for (var i = 0; i < count; i++)
        {
            times[i] = (i + 1) * TimeSpan.TicksPerDay;
            opens[i] = price;
            price *= 1 + 0.03 * Math.Sin(i * 1.7) + 0.01 * Math.Cos(i * 0.3);
            closes[i] = price;
            highs[i] = Math.Max(opens[i], price) * 1.01;
            lows[i] = Math.Min(opens[i], price) * 0.99;
        }

        return new BarSeries("TEST", Timeframe.Day, new BarColumns(times, opens, highs, lows, closes, new double[count]));
    }
}
