using System.Reflection;
using Backtest.Engine.Execution;
using Backtest.Engine.Numerics;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Statistics;

public sealed class MetricsTests
{
    private static readonly PropertyInfo[] Columns =
        [.. typeof(Metrics).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)];

    /// <summary>Capital 100, equity 110, 99, 121: one trade of 10 at 10 from the first bar on, open at the end.</summary>
    [Fact]
    public void EveryMetricOfASmallCurveIsAsComputedByHand()
    {
        var account = new AccountSettings(100, new TradingCosts(), FillTime.NextOpen, 3, 0);
        var curve = new EquityFold(100, 0, 0);
        curve.Hold([11, 9.9, 12.1], 10, 0);

        var metrics = Metrics.Of(in curve, new TradeSums(1, 0, 0, 0, 0, 0, 1), account);

        double[] returns = [0.1, -0.1, 22 / 99.0];
        var mean = returns.Average();
        var deviation = Math.Sqrt(returns.Sum(value => (value - mean) * (value - mean)) / 2);
        var expected = new Metrics(
            3, 0.21, 0.21, deviation * Math.Sqrt(3), mean / deviation * Math.Sqrt(3), mean * 3 / (Math.Sqrt(0.01 / 3) * Math.Sqrt(3)), 2.1, -0.1, 1,
            1, 0, double.NaN, double.NaN, double.NaN, 1, 0.5, 0, 121);
        Assert.All(Columns, column => Assert.Equal(
            Convert.ToDouble(column.GetValue(expected), null), Convert.ToDouble(column.GetValue(metrics), null), 12));
    }

    [Fact]
    public void EveryMetricIsInTheHash()
    {
        var hashes = new HashSet<Hash128> { HashOf(Metrics.Undefined) };
        foreach (var column in Columns)
        {
            object changed = Metrics.Undefined;
            column.SetValue(changed, column.PropertyType == typeof(int) ? 1 : (object)1.0);

            Assert.True(hashes.Add(HashOf((Metrics)changed)), column.Name);
        }

        Assert.Equal(19, hashes.Count);
    }

    [Fact]
    public void ABacktestThatDidNotFinishHasNoFigures() => Assert.All(Columns, column => Assert.Equal(
        column.PropertyType == typeof(int) ? 0 : (object)double.NaN, column.GetValue(Metrics.Undefined)));

    private static Hash128 HashOf(Metrics metrics)
    {
        var hasher = new CanonicalHasher();
        metrics.AppendTo(hasher);
        return hasher.Finish();
    }
}
