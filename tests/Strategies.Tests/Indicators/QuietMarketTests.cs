using Backtest.Strategies.Indicators;

namespace Backtest.Strategies.Tests.Indicators;

/// <summary>By hand: what indicators are where nothing moves, nothing is traded, or two bars are equal.</summary>
public sealed class QuietMarketTests
{
    private const double Undefined = double.NaN;

    [Fact]
    public void ABarWithoutARangeHasItsCloseInTheMiddle()
    {
        Assert.Equal(0, new CloseLocationValue().Update(10, 10, 10));
        Assert.Equal(0, new BalanceOfPower().Update(10, 10, 10, 10));
        Assert.Equal(0.5, new WilliamsPercentRange(1).Update(10, 10, 10));
        Assert.Equal((0, Undefined), new FisherTransform(1).Update(10, 10));
    }

    /// <summary>Typical prices 10, 12, 12, 11, each with a volume of 1, and then nothing that moves.</summary>
    [Fact]
    public void MoneyOfAnEqualPriceFlowsNowhere()
    {
        var index = new MoneyFlowIndex(2);

        double[] values = [.. new double[] { 10, 12, 12, 11, 11, 11 }.Select(price => index.Update(price, price, price, 1))];

        Assert.Equal([Undefined, Undefined, 100, 0, 0, 50], values);
    }

    [Fact]
    public void AMarketThatStandsStillHasNoMomentum()
    {
        var momentum = new ChandeMomentumOscillator(2);
        double[] closes = [10, 13, 12, 13, 11, 11, 11];

        Assert.Equal([Undefined, Undefined, 50, 0, -100.0 / 3, -100, 0], closes.Select(momentum.Update), new Rounded());
    }

    [Fact]
    public void AnAverageOfVolumeIsUndefinedWithoutVolumeAndTheElasticOneStays()
    {
        var (weighted, elastic) = (new VolumeWeightedMovingAverage(2), new ElasticVolumeWeightedMovingAverage(2));
        (double Price, double Volume)[] bars = [(10, 1), (20, 3), (30, 0), (40, 0), (50, 2)];

        Assert.Equal([Undefined, 17.5, 20, Undefined, 50], bars.Select(bar => weighted.Update(bar.Price, bar.Volume)));
        Assert.Equal([Undefined, 20, 20, 20, 50], bars.Select(bar => elastic.Update(bar.Price, bar.Volume)));
    }

    [Fact]
    public void AnEqualVolumeMovesNeitherIndex()
    {
        var (negative, positive) = (new NegativeVolumeIndex(), new PositiveVolumeIndex());
        (double Close, double Volume)[] bars = [(100, 5), (110, 5), (121, 4), (242, 6)];

        Assert.Equal([1000, 1000, 1100, 1100], bars.Select(bar => negative.Update(bar.Close, bar.Volume)));
        Assert.Equal([1000, 1000, 1000, 2000], bars.Select(bar => positive.Update(bar.Close, bar.Volume)));
    }

    [Fact]
    public void ABarWithoutVolumeMovesWithNeitherEaseNorTrouble()
    {
        var movement = new EaseOfMovement(2);

        Assert.Equal((Undefined, Undefined), movement.Update(12, 10, 5));
        Assert.Equal((0, Undefined), movement.Update(14, 12, 0));
        Assert.Equal((2 * 2 / 0.0004, 2 * 2 / 0.0004 / 2), movement.Update(16, 14, 4));
    }

    [Fact]
    public void AnEqualCloseAccumulatesNothing()
    {
        var line = new WilliamsAccumulationDistribution();
        (double High, double Low, double Close)[] bars = [(12, 10, 11), (13, 9, 11), (14, 12, 13), (13, 10, 11)];

        Assert.Equal([Undefined, 0, 2, 0], bars.Select(bar => line.Update(bar.High, bar.Low, bar.Close)));
    }

    [Fact]
    public void OfEqualHighsTheNearestCounts()
    {
        var aroon = new Aroon(4);
        (double High, double Low)[] bars = [(12, 10), (13, 9), (13, 9), (12, 10), (12, 10)];

        Assert.Equal((50, 50, 0), bars.Select(bar => aroon.Update(bar.High, bar.Low)).ToArray()[^1]);
    }

    /// <summary>The stop climbs from 9 by 0.02 of its way to 12, to 9.06 and to 9.1188. A low of 9.1 turns the trade:
    /// the stop is the highest high.</summary>
    [Fact]
    public void AStopThatIsTouchedTurnsTheTrade()
    {
        var stop = new ParabolicStopAndReverse(0.02, 0.2);
        (double High, double Low)[] bars = [(10, 9), (12, 9.5), (11, 9.2)];

        Assert.Equal([Undefined, 9, 9.06], bars.Select(bar => stop.Update(bar.High, bar.Low)), new Rounded());
        Assert.Equal(12, stop.Update(10, 9.1));
    }

    [Fact]
    public void KnowSureThingTakesFourRates() =>
        Assert.Throws<ArgumentException>(() => new KnowSureThing([10, 15, 20], [10, 10, 10, 15], 9));

    /// <summary>Equal to twelve digits.</summary>
    private sealed class Rounded : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => x.Equals(y) || Math.Abs(x - y) < 1e-12;

        public int GetHashCode(double value) => 0;
    }
}
