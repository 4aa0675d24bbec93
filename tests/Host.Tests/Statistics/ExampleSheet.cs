using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Statistics;
using Backtest.Engine.Statistics.TearSheets;
using Backtest.Storage.Results;

namespace Backtest.Host.Tests.Statistics;

/// <summary>The tear sheet of holding made up bars.</summary>
internal static class ExampleSheet
{
    public static (TearSheet Sheet, string[] Times) Of(int bars)
    {
        var series = SyntheticBars.Create("SPX", Timeframe.Day, bars, 3);
        var curve = new EquityCurve(
            10_000, [.. series.Close.ToArray().Select(close => 10_000 * close / series.Close[0])], series.CloseTimes.ToArray(), 252);
        Trade[] trades = [new(0, -1, 1, series.Open[0], double.NaN, 0, 0)];
        var times = new BarTimes(series);
        return (
            TearSheet.Of(curve, Metrics.Undefined, trades, new BarSlice(series), FillTime.NextOpen, BenchmarkCurve.Of(series, series.CloseTimes)),
            [.. series.CloseTimes.ToArray().Select(times.Close)]);
    }
}
