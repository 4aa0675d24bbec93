using Backtest.Engine.Execution;
using CsCheck;

namespace Backtest.Engine.Tests.Execution;

public sealed class TradingCostsTests
{
    [Fact]
    public void SlippageMakesBothSidesWorse()
    {
        var costs = new TradingCosts(SlippageRate: 0.25);

        Assert.Equal((125, 75), (costs.BuyPrice(100), costs.SellPrice(100)));
    }

    [Fact]
    public void AFeeIsAShareOfTheNotionalAndAFixedPart() => Assert.Equal(3.5, new TradingCosts(0.0625, 1).Fee(40));

    [Fact]
    public void WithoutCostsNothingIsPaid()
    {
        var costs = new TradingCosts();

        Assert.Equal((100, 100, 0, 10), (costs.BuyPrice(100), costs.SellPrice(100), costs.Fee(1000), costs.LargestQuantity(1000, 100)));
    }

    [Fact]
    public void TheLargestQuantityWithItsFeeCostsAllTheCash() => Gen
        .Select(Gen.Double[1, 1e6], Gen.Double[0.01, 1e4], Gen.Double[0, 0.5], Gen.Double[0, 0.5])
        .Sample((cash, price, rate, fixedShare) =>
        {
            var costs = new TradingCosts(rate, cash * fixedShare);

            var notional = costs.LargestQuantity(cash, price) * price;

            Assert.Equal(1, (notional + costs.Fee(notional)) / cash, 1e-12);
        });

    [Theory]
    [InlineData(10, 0)]
    [InlineData(5, -0.05)]
    public void CashThatDoesNotPayForTheFixedPartBuysNothing(double cash, double quantity) =>
        Assert.Equal(quantity, new TradingCosts(0, 10).LargestQuantity(cash, 100));
}
