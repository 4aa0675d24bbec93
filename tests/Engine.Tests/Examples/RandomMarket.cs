using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Numerics;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using CsCheck;

namespace Backtest.Engine.Tests.Examples;

/// <summary>A random market with gaps, still spells and volume, and random signals in it. All follows from the seed.</summary>
internal sealed record RandomMarket(int Bars, int WarmUp, ulong Seed)
{
    public static Gen<RandomMarket> Any { get; } = Gen.Select(
        Gen.Int[1, 300], Gen.Double.Unit, Gen.ULong, (bars, warmUp, seed) => new RandomMarket(bars, (int)(warmUp * warmUp * bars), seed));

    public static Gen<AccountSettings> AnyAccount { get; } = Gen.Select(
        Gen.OneOf(new TradingCosts(), new TradingCosts(0.001), new TradingCosts(0.002, 3, 0.0005), new TradingCosts(0, 2000)),
        Gen.Enum<FillTime>(),
        Gen.Enum<Direction>(),
        Gen.OneOf(0, 0.03),
        (costs, fill, direction, riskFree) => new AccountSettings(10_000, costs, fill, 252, riskFree, direction));

    /// <summary>The bars, each price multiplied by <paramref name="scale"/>.</summary>
    public BarSlice Slice(double scale = 1) => new(Series(scale), 0, WarmUp, Bars);

    public SignalColumns Signals()
    {
        var random = new SeededRandom(Seed + 1);
        var signals = new SignalColumns();
        signals.Reset(Bars);
        foreach (var column in new[] { signals.Entries, signals.Exits })
        {
            var density = Math.Pow(random.NextDouble(), 3);
            for (var bar = 0; bar < Bars; bar++) column[bar] = random.NextDouble() < density;
        }

        return signals;
    }

    private BarSeries Series(double scale)
    {
        var random = new SeededRandom(Seed);
        var (deviation, stillness) = (0.1 * Math.Pow(random.NextDouble(), 2), random.NextDouble() / 3);
        var times = new long[Bars];
        double[] open = new double[Bars], high = new double[Bars], low = new double[Bars], close = new double[Bars], volume = new double[Bars];
        var price = 100.0;
        for (var bar = 0; bar < Bars; bar++)
        {
            times[bar] = (bar + 1) * TimeSpan.TicksPerDay;
            open[bar] = Next(deviation / 2) * scale;
            close[bar] = Next(deviation) * scale;
            high[bar] = Math.Max(open[bar], close[bar]) * (1 + deviation * random.NextDouble());
            low[bar] = Math.Min(open[bar], close[bar]) * (1 - deviation * random.NextDouble());
            volume[bar] = Math.Round(1000 * random.NextDouble());
        }

        return new BarSeries("RND", Timeframe.Day, new BarColumns(times, open, high, low, close, volume));

        double Next(double change)
        {
            if (random.NextDouble() >= stillness) price = Math.Clamp(price * Math.Exp(change * random.NextNormal()), 0.01, 1e7);
            return price;
        }
    }
}
