using Backtest.Engine.Statistics;
using Backtest.Engine.Statistics.Pooling;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Statistics.Pooling;

public sealed class EvennessTests
{
    /// <summary>The windows of which the framework that the weights are from says 0.9976 and 0.9984: by hand, sd / sqrt(2) = 0.24112 and
    /// 0.07778.</summary>
    [Fact]
    public void StabilityOfTwoWindowsIsThatComputedByHand()
    {
        Near.Equal(1 / (1 + 2 * 0.341 / Math.Sqrt(2)), Evenness.Stability(Sums(0.683, 1.024), Evenness.ReturnSpan), "returns", 1e-12);
        Near.Equal(1 / (1 + 2 * 0.11 / Math.Sqrt(2) / 0.5), Evenness.Stability(Sums(0.302, 0.412), Evenness.WinRateSpan), "win rates", 1e-12);
        Near.Equal(1 / (1 + 2 * 0.341 / Math.Sqrt(2) / 0.8535), Evenness.Consistency(Sums(0.683, 1.024)), "consistency", 1e-12);
    }

    [Fact]
    public void TheEdgesAreDefined()
    {
        Assert.Equal(double.NaN, Evenness.Consistency(Sums(1)));
        Assert.Equal(double.NaN, Evenness.Stability(Sums(1), 1));
        Assert.Equal(1, Evenness.Consistency(Sums(0.2, 0.2, 0.2)));
        Assert.Equal(0, Evenness.Consistency(Sums(-0.1, 0.1)));
        Assert.Equal(0.5, Evenness.Stability(Sums(0, Math.Sqrt(0.5)), 1), 12);
    }

    [Fact]
    public void OfTwoStrategiesTheMoreEvenOneAlwaysHasMore() => Gen.Double[0.001, 5].Array[3].Sample(values =>
    {
        if (values.Max() - values.Min() < 0.01) return true;
        var middle = values.Average();
        var closer = values.Select(value => middle + 0.9 * (value - middle)).ToArray();
        var (own, even) = (Evenness.Stability(Sums(values), 1), Evenness.Stability(Sums(closer), 1));
        return own is > 0 and < 1 && even > own && even < 1;
    });

    private static ReturnSums Sums(params double[] values) => new(values.Length, values.Sum(), values.Sum(value => value * value), 0);
}
