using Backtest.Engine.Execution;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Execution;

public sealed class FillCostsTests
{
    [Theory]
    [InlineData(100, 25, 1)]
    [InlineData(1000, 25, 5)]
    [InlineData(1000, 0.25, 2.5)]
    public void SoMuchAShareWithAMinimumAndAMaximumShareIsPaid(double quantity, double price, double fee)
    {
        var costs = Costs(new TradingCosts { Terms = new CostTerms { CommissionPerUnit = 0.005, Minimum = 1, MaximumRate = 0.01 } });

        Assert.Equal(fee, costs.Fee(quantity, quantity * price, rests: false));
    }

    [Fact]
    public void AllPartsOfACommissionAddUp()
    {
        var costs = Costs(new TradingCosts(0.125, 2) { Terms = new CostTerms { CommissionPerUnit = 0.5, MakerRate = 0.0625 } });

        Assert.Equal((12.5 + 2 + 5, 6.25 + 2 + 5), (costs.Fee(10, 100, rests: false), costs.Fee(10, 100, rests: true)));
    }

    [Fact]
    public void WithoutTermsEverythingIsAsItWas()
    {
        var plain = new TradingCosts(0.002, 3, 0.0005);

        Assert.Equal(plain.LargestQuantity(1000, 7), Costs(plain).LargestQuantity(1000, 7));
        Assert.Equal((plain.Fee(70), 7), (Costs(plain).Fee(10, 70, rests: true), Costs(plain).Price(7, 10, slips: true)));
    }

    [Theory]
    [InlineData(0, 0, 9.9)]
    [InlineData(0.25, 0, 8)]
    [InlineData(0, 2.5, 9.75609756097561)]
    public void AllCashBuysWhatIsLeftOfItAfterTheCommission(double rate, double perUnit, double quantity)
    {
        // (1000 - 10) / 100;  1000 / (100 x 1.25);  1000 / (100 + 2.5)
        var costs = Costs(new TradingCosts(rate) { Terms = new CostTerms { CommissionPerUnit = perUnit, Minimum = 10 } });

        Assert.Equal(quantity, costs.LargestQuantity(1000, 100), 12);
    }

    [Fact]
    public void AllCashBuysLessWhereItsSizeMovesThePrice()
    {
        var costs = new FillCosts(new TradingCosts { Terms = new CostTerms { VolumeImpact = 0.25 } }, 1, volume: 10, traded: 0);

        // 8 of a volume of 10 cost 8 x 100 x (1 + 0.25 x 0.64) = 928.
        Assert.Equal(8, costs.LargestQuantity(928, 100), 12);
        Assert.Equal(116, costs.Price(100, 8, slips: true), 12);
    }

    [Fact]
    public void TheLargestQuantityCostsAllTheCashAndNeverMore() => Gen
        .Select(RandomCosts.Any, Gen.Double[30, 1e6], Gen.Double[0.05, 1e4], Gen.Double[0, 1e5], Gen.Double[0, 1e5], Gen.OneOf(1, -1))
        .Sample((terms, cash, price, volume, traded, side) =>
        {
            var costs = new FillCosts(terms, side, volume, traded);

            var quantity = costs.LargestQuantity(cash, price);

            var notional = quantity * costs.Price(price, quantity, slips: true);
            var left = cash - (notional + costs.Fee(quantity, notional, rests: false));
            Assert.InRange(left, 0, cash * 1e-9);
        }, iter: 20_000);

    [Fact]
    public void CashThatDoesNotPayForTheCommissionBuysNothing()
    {
        var costs = Costs(new TradingCosts { Terms = new CostTerms { Minimum = 10 } });

        Assert.Equal((0, 0), (costs.LargestQuantity(10, 100), costs.LargestQuantity(9, 100)));
    }

    private static FillCosts Costs(TradingCosts costs) => new(costs, 1, 0, 0);
}
