using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Numerics;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using CsCheck;

namespace Backtest.Engine.Tests.Examples;

/// <summary>One random simulation: market, signals and account. All of it follows from the seeds, so a failing one prints short.</summary>
internal sealed record Scenario(int Bars, int WarmUp, ulong MarketSeed, ulong SignalSeed, AccountSettings Account)
{
    private static readonly double[] Densities = [0, 0.01, 0.1, 0.5, 1];

    private static readonly Gen<TradingCosts> AnyCosts = Gen.Select(
        Gen.OneOf(0, 0.001, 0.05), Gen.OneOf(0.0, 1, 20, 5000), Gen.OneOf(0, 0.0005, 0.1), (rate, fill, slippage) =>
            new TradingCosts(rate, fill, slippage));

    private static readonly Gen<AccountSettings> AnyAccount = Gen.Select(
        Gen.OneOf(1.0, 10_000, 12_345.678), AnyCosts, Gen.Enum<FillTime>(), Gen.OneOf(252.0, 8760), Gen.OneOf(0, 0.03, -0.01),
        (capital, costs, fill, periods, riskFree) => new AccountSettings(capital, costs, fill, periods, riskFree));

    /// <summary>Scenarios of 1 to 400 bars.</summary>
    public static Gen<Scenario> Any { get; } = Gen.Select(
        Gen.Int[1, 400], Gen.Double.Unit, Gen.ULong, Gen.ULong, AnyAccount,
        (bars, warmUp, market, signals, account) => new Scenario(bars, (int)(warmUp * warmUp * bars), market, signals, account));

    /// <summary>The bars, each price multiplied by <paramref name="scale"/>.</summary>
    public BarSlice Slice(double scale = 1) => new(ExampleBars.Random(Bars, MarketSeed, scale), 0, WarmUp, Bars);

    /// <summary>Random entries and exits, rare or frequent.</summary>
    public SignalColumns Signals()
    {
        var random = new SeededRandom(SignalSeed);
        var signals = new SignalColumns();
        signals.Reset(Bars);
        foreach (var column in new[] { signals.Entries, signals.Exits })
        {
            var density = Densities[random.NextBits() % (ulong)Densities.Length];
            for (var bar = 0; bar < Bars; bar++) column[bar] = random.NextDouble() < density;
        }

        return signals;
    }
}
