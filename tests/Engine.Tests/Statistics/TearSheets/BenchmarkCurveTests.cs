using Backtest.Engine.Statistics.TearSheets;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

public sealed class BenchmarkCurveTests
{
    [Fact]
    public void TheLastCloseUpToEachTimeCounts()
    {
        var series = ExampleBars.Of(100, 110, 121);
        long[] times = [.. new[] { 0.5, 1, 1.5, 2, 3.5, 9 }.Select(days => (long)(days * TimeSpan.TicksPerDay))];

        Assert.Equal([0, 0, 0, 0.1, 0.1, 0], BenchmarkCurve.Of(series, times).Returns.Select(value => Math.Round(value, 12)));
    }
}
