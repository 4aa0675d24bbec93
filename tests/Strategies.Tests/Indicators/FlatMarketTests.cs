using Backtest.Strategies.Indicators;
using CsCheck;

namespace Backtest.Strategies.Tests.Indicators;

/// <summary>Where the price has not moved for a while, a rounding is not a movement: averages are the price itself, deviations nothing.</summary>
public sealed class FlatMarketTests
{
    private static readonly Gen<(double[] Before, double Price, int Period)> Spells =
        Gen.Select(Gen.Double[0.01, 1000].Array[0, 50], Gen.Double[0.01, 1000], Gen.Int[1, 60]);

    [Fact]
    public void TheAverageOfOnePriceIsThePrice() => Spells.Sample(spell =>
    {
        var (prices, average) = Prices(spell);

        SimpleMovingAverage.Write(prices, spell.Period, average);

        Assert.All(average[(spell.Before.Length + spell.Period - 1)..], value => Assert.Equal(spell.Price, value));
    });

    [Fact]
    public void OnePriceDoesNotDeviate() => Spells.Sample(spell =>
    {
        var (prices, deviation) = Prices(spell);

        RollingDeviation.WritePopulation(prices, spell.Period, deviation);

        Assert.All(deviation[(spell.Before.Length + spell.Period - 1)..], value => Assert.Equal(0, value));
    });

    [Fact]
    public void OnePriceHasNoChannelIndex() => Spells.Sample(spell =>
    {
        var (prices, index) = Prices(spell);

        CommodityChannelIndex.Write(prices, prices, prices, spell.Period, index);

        Assert.All(index[(spell.Before.Length + spell.Period - 1)..], value => Assert.Equal(double.NaN, value));
    });

    [Fact]
    public void OnePriceIsInTheMiddleOfItsRange() => Spells.Sample(spell =>
    {
        var (prices, fastK) = Prices(spell);

        StochasticOscillator.Write(prices, prices, prices, spell.Period, 3, fastK, new double[prices.Length], new double[prices.Length]);

        Assert.All(fastK[(spell.Before.Length + spell.Period - 1)..], value => Assert.Equal(0.5, value));
    });

    private static (double[] Prices, double[] Column) Prices((double[] Before, double Price, int Period) spell)
    {
        double[] prices = [.. spell.Before, .. Enumerable.Repeat(spell.Price, spell.Period + 20)];
        return (prices, new double[prices.Length]);
    }
}
