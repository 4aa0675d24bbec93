using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Statistics;
using Backtest.Engine.Statistics.TearSheets;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

public sealed class TearFigureTests
{
    [Fact]
    public void NamesAreUniqueAndNoResultColumnHasThem()
    {
        var names = TearFigure.All.Select(figure => figure.Name).Concat(Metric.All.Select(metric => metric.Name)).ToArray();

        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void OfOneBarWithoutATradeEveryFigureIsANumberOrUndefined()
    {
        var series = ExampleBars.Of(100);
        var curve = new EquityCurve(100, [100], series.CloseTimes.ToArray(), 252);
        var sheet = TearSheet.Of(curve, Metrics.Undefined, [], new BarSlice(series), FillTime.NextOpen, BenchmarkCurve.Of(series, series.CloseTimes));

        Assert.All(TearFigure.All, figure => Assert.False(double.IsInfinity(figure.Of(sheet)), figure.Name));
    }
}
