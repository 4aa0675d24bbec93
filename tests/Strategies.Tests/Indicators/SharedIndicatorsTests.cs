using Backtest.Engine.Market;
using Backtest.Engine.Signals;
using Backtest.Goldens;
using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Indicators;

/// <summary>The shared columns are the indicators, each kept under a key of its own.</summary>
public sealed class SharedIndicatorsTests
{
    private static readonly BarSeries Bars = Sp500.Bars.Until(300);
    private static readonly MarketView Market = new(new BarSlice(Bars), new ColumnCache());

    private static readonly Dictionary<string, (Func<double[][]> Shared, Func<double[][]> Own)> Pairs = new()
    {
        ["sma"] = (() => [Market.Sma(7).ToArray()], () => Of(1, one => SimpleMovingAverage.Write(Bars.Close, 7, one[0]))),
        ["ema"] = (() => [Market.Ema(7).ToArray()], () => Of(1, one => ExponentialMovingAverage.Write(Bars.Close, 7, one[0]))),
        ["rsi"] = (() => [Market.Rsi(7).ToArray()], () => Of(1, one => RelativeStrengthIndex.Write(Bars.Close, 7, one[0]))),
        ["roc"] = (() => [Market.Roc(7).ToArray()], () => Of(1, one => RateOfChange.Write(Bars.Close, 7, one[0]))),
        ["macd"] = (() => Market.Macd(5, 9, 4), () => Of(2, two => MovingAverageConvergence.Write(Bars.Close, 5, 9, 4, two[0], two[1]))),
        ["bollinger"] = (
            () => Market.Bollinger(7, 1.5), () => Of(3, three => BollingerBands.Write(Bars.Close, 7, 1.5, three[0], three[1], three[2]))),
        ["highest before"] = (
            () => [Market.HighestBefore(7).ToArray()], () => Before(Of(1, one => RollingExtremes.WriteHighest(Bars.High, 7, one[0])))),
        ["lowest before"] = (
            () => [Market.LowestBefore(7).ToArray()], () => Before(Of(1, one => RollingExtremes.WriteLowest(Bars.Low, 7, one[0])))),
    };

    public static TheoryData<string> Names => [.. Pairs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ASharedColumnIsTheIndicatorEachTimeItIsAskedFor(string name)
    {
        var (shared, own) = Pairs[name];

        Assert.Equal(own(), shared());
        Assert.Equal(own(), shared());
    }

    private static double[][] Of(int count, Action<double[][]> write)
    {
        double[][] columns = [.. Enumerable.Range(0, count).Select(_ => new double[Bars.Count])];
        write(columns);
        return columns;
    }

    private static double[][] Before(double[][] columns) => [[double.NaN, .. columns[0][..^1]]];
}
