using Backtest.Engine.Execution;

namespace Backtest.Engine.Tests.Execution;

public sealed class CostTermsTests
{
    [Fact]
    public void HalfTheSpreadAndAllSlippageMakeBothSidesWorse()
    {
        var terms = new CostTerms { Spread = 1, SpreadRate = 0.25, Slippage = 2 };

        // 100 x (12.5 % slippage + half of 25 % spread) + half of 1 + 2 = 27.5
        Assert.Equal((127.5, 72.5), (terms.Price(1, 100, 0.125), terms.Price(-1, 100, 0.125)));
    }

    [Fact]
    public void ASaleGetsAHundredthOfThePriceAtLeast() => Assert.Equal(0.5, new CostTerms { Slippage = 60 }.Price(-1, 50, 0));

    [Theory]
    [InlineData(1, 50, 200, 103.125)]
    [InlineData(-1, 50, 200, 96.875)]
    [InlineData(1, 100, 200, 112.5)]
    [InlineData(1, 500, 200, 112.5)]
    [InlineData(1, 1, 0, 112.5)]
    public void TheImpactIsThatOfTheSquareOfTheShareOfVolumeUpToItsLimit(int side, double quantity, double volume, double price) =>
        Assert.Equal(price, new CostTerms { VolumeImpact = 0.5, VolumeLimit = 0.5 }.Impact(side, 100, quantity, volume));

    [Theory]
    [InlineData(0, 0.01, 0.001)]
    [InlineData(999, 0.01, 0.001)]
    [InlineData(1000, 0.008, 0.008)]
    [InlineData(5000, 0.005, 0.002)]
    [InlineData(9000, 0.005, 0.002)]
    public void TheRateIsThatOfTheTierWhichTheTradedValueHasReached(double traded, double taker, double maker)
    {
        var terms = new CostTerms { MakerRate = 0.001, Tiers = [new(1000, 0.008), new(5000, 0.005, 0.002)] };

        Assert.Equal((taker, maker), (terms.Rate(0.01, traded, rests: false), terms.Rate(0.01, traded, rests: true)));
    }

    [Theory]
    [InlineData(0.5, 2500, 1)]
    [InlineData(5, 2500, 5)]
    [InlineData(5, 250, 2.5)]
    [InlineData(0.5, 50, 0.5)]
    [InlineData(30, 1e6, 20)]
    public void ACommissionLiesBetweenMinimumAndMaximumWhichCountsLast(double fee, double notional, double paid) =>
        Assert.Equal(paid, new CostTerms { Minimum = 1, Maximum = 20, MaximumRate = 0.01 }.Limit(fee, notional));
}
