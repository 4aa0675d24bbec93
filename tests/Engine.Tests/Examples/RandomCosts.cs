using Backtest.Engine.Execution;
using CsCheck;

namespace Backtest.Engine.Tests.Examples;

/// <summary>Costs of every kind, alone and together.</summary>
internal static class RandomCosts
{
    private static readonly Gen<CostTerms> Commission = Gen.OneOf(
        new CostTerms(),
        new CostTerms { CommissionPerUnit = 0.05 },
        new CostTerms { MakerRate = 0.0002 },
        new CostTerms { Tiers = [new(20_000, 0.0005), new(50_000, 0.0002, 0.0001)] },
        new CostTerms { Minimum = 20 },
        new CostTerms { CommissionPerUnit = 0.5, Maximum = 15 },
        new CostTerms { CommissionPerUnit = 0.005, Minimum = 1, MaximumRate = 0.01 });

    public static Gen<TradingCosts> Any { get; } = Gen.Select(
        Commission,
        Gen.OneOf(0, 0.04),
        Gen.OneOf(0, 0.0004),
        Gen.OneOf(0, 0.01),
        Gen.OneOf((0.0, 1.0), (0.1, 0.025), (0.25, 1.0)),
        Gen.OneOf(new TradingCosts(), new TradingCosts(0.001), new TradingCosts(0.002, 3, 0.0005)),
        (commission, spread, spreadRate, slippage, impact, costs) => costs with
        {
            Terms = commission with
            {
                Spread = spread,
                SpreadRate = spreadRate,
                Slippage = slippage,
                VolumeImpact = impact.Item1,
                VolumeLimit = impact.Item2,
            },
        });
}
