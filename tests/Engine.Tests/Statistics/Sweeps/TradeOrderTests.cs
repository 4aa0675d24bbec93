using Backtest.Engine.Execution;
using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics.Sweeps;

namespace Backtest.Engine.Tests.Statistics.Sweeps;

public sealed class TradeOrderTests
{
    [Fact]
    public void AFactorIsTheResultOverEquityBeforeTheEntry()
    {
        Trade[] trades = [new(3, 4, 1, 50, 60, 0, 0), new(5, 6, 1, 60, 30, 0, 0), new(7, -1, 1, 60, double.NaN, 0, 0)];

        var factors = TradeOrder.Factors(trades, [100, 110, 120, 90, 90], 3, 100);

        Assert.Equal([1.1, 1 - 30 / 110.0], factors, (left, right) => Math.Abs(left - right) < 1e-12);
    }

    [Fact]
    public void DrawdownsOfManyOrdersAreThoseOfAllOrders()
    {
        double[] factors = [1.1, 0.8, 1.2, 0.9];
        var all = Orders(factors).Select(order => Math.Round(TradeOrder.Drawdown(order), 12)).ToArray();

        var test = TradeOrder.Test(factors, 5000, 3, ExampleReturns.Backwards)!;

        Assert.Equal(24, all.Length);
        Assert.Equal(all.Distinct().Order(), test.Sorted.Select(value => Math.Round(value, 12)).Distinct());
        Assert.InRange(test.Sorted.Average(), all.Average() - 0.005, all.Average() + 0.005);
        Assert.Equal(TradeOrder.Drawdown(factors), test.Actual);
        Assert.InRange(test.Probability - all.Count(value => value >= Math.Round(test.Actual, 12)) / 24.0, -0.03, 0.03);
    }

    [Fact]
    public void OneTradeHasNoOrder() => Assert.Null(TradeOrder.Test([1.1], 10, 1, IndexLoops.Sequential));

    private static IEnumerable<double[]> Orders(double[] values) => values.Length <= 1
        ? [values]
        : values.SelectMany((value, at) => Orders([.. values[..at], .. values[(at + 1)..]]).Select(rest => (double[])[value, .. rest]));
}
