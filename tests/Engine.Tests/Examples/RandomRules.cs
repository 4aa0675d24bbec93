using Backtest.Engine.Rules;
using CsCheck;

namespace Backtest.Engine.Tests.Examples;

/// <summary>Random rules, tight and wide, some of them none.</summary>
internal static class RandomRules
{
    private static readonly Gen<double> Fraction = Gen.OneOf(0, 0.001, 0.02, 0.05, 0.2);
    private static readonly Gen<int> Bars = Gen.OneOf(0, 0, 1, 2, 7, 30);

    public static Gen<TradingRules> Any { get; } = Gen.Select(
        Gen.Select(Fraction, Fraction, Fraction, Gen.Bool), Gen.Select(Bars, Bars, Bars), Gen.Enum<PositionSizing>(), Gen.OneOf(0.01, 0.3, 1.0),
        (levels, bars, sizing, size) => new TradingRules
        {
            StopLoss = levels.Item1,
            TakeProfit = levels.Item2,
            TrailingStop = levels.Item3,
            StopsFromNextBar = levels.Item4,
            Cooldown = bars.Item1,
            CooldownAfterLoss = bars.Item2,
            MaxHolding = bars.Item3,
            Sizing = sizing == PositionSizing.Risk && levels.Item1 + levels.Item3 == 0 ? PositionSizing.Equity : sizing,
            PositionSize = sizing is PositionSizing.Quantity or PositionSizing.Cash ? size * 1000 : size,
            VolatilityBars = 5,
            KellyTrades = 3,
        });
}
