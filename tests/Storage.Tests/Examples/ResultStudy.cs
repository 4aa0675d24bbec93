using Backtest.Engine.Market;
using Backtest.Engine.Numerics;
using Backtest.Engine.Parameters;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;

namespace Backtest.Storage.Tests.Examples;

/// <summary>A plan, and results made up for its backtests.</summary>
internal static class ResultStudy
{
    public const string Name = "example";

    /// <summary>The moment at which everything was recorded.</summary>
    public static readonly long RecordedAt = new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc).Ticks;

    private static readonly Provenance Provenance = new("local", "worker-1", 1);

    /// <summary>Crosses with fast 1 to <paramref name="count"/> over ten days.</summary>
    public static Plan Crosses(int count, int firstFast = 1, params Window[] windows)
    {
        var entry = new StrategyEntry("sma-cross", null, [new ParameterAxis("fast", firstFast, firstFast + count - 1, 1)], null);
        var definition = new StudyDefinition(
            Name, [new DataSource("SPX", "made up", Timeframe.Day)], [entry], windows.Length == 0 ? [Window.All] : windows);
        return new Plan(new Study(definition, [Days(10)], [CrossStrategy.Definition]));
    }

    /// <summary>Two strategies with a parameter in common, days and hours, two windows.</summary>
    public static Plan Mixed(string mode = "calm")
    {
        var plain = new StrategyEntry("plain", null, [new ParameterAxis("mode", [new ParameterValue(mode)])], null);
        var definition = new StudyDefinition(
            Name,
            [new DataSource("SPX", "made up", Timeframe.Day), new DataSource("BTC,USD", "made up", Timeframe.Hour)],
            [new StrategyEntry("sma-cross", null, [], null), plain],
            [Window.All, new Window("2015-01-01..2015-01-02", new DateTime(2015, 1, 1).Ticks, new DateTime(2015, 1, 3).Ticks)]);
        var hours = Bars("BTC,USD", Timeframe.Hour, 60);
        return new Plan(new Study(definition, [Days(10), hours], [CrossStrategy.Definition, PlainStrategy.Definition]));
    }

    /// <summary>A done result of a plan's backtest; <paramref name="sharpe"/> stands in every number.</summary>
    public static BacktestResult Done(Plan plan, long index, double sharpe = 1.5, int trades = 2)
    {
        var metrics = new Metrics(
            10, 0.1, 0.2, 0.3, sharpe, double.NaN, 0.6, -0.07, 4, trades, 1, 0.5, double.NaN, 12.5, 1.0 / 3, 2, 1.25, 11_000);
        return BacktestResult.Done(plan.CreateReader().Read(index).Key, in metrics, new CanonicalHasher());
    }

    /// <summary>A failed result of a plan's backtest.</summary>
    public static BacktestResult Failed(
        Plan plan, long index, string message = "it broke", string type = "System.Exception", ResultStatus status = ResultStatus.Failed) =>
        BacktestResult.Ended(plan.CreateReader().Read(index).Key, status, new BacktestError(type, message, "at Here()"), new CanonicalHasher());

    /// <summary>One event with results.</summary>
    public static ResultsRecorded Batch(params BacktestResult[] results) =>
        new([.. results.Select(result => new RecordedResult(result, Provenance))], RecordedAt);

    /// <summary>The event with which a run begins.</summary>
    public static StudyRecorded Begun(Plan plan) => new(
        Name, "study: example", "/studies/example.yaml", [.. plan.Study.Series.Select(series => series.ContentHash)], plan.Count, RecordedAt);

    private static BarSeries Days(int count) => Bars("SPX", Timeframe.Day, count);

    /// <summary>Bars of simple sums, so that their hash, and the keys in a golden file, are the same on every machine.</summary>
    private static BarSeries Bars(string symbol, Timeframe timeframe, int count)
    {
        var start = new DateTime(2015, 1, 1).Ticks;
        long[] times = [.. Enumerable.Range(1, count).Select(bar => start + bar * timeframe.Length.Ticks)];
        double[] close = [.. Enumerable.Range(0, count).Select(bar => 100.0 + bar * 7 % 5)];
        double[] high = [.. close.Select(price => price + 1)], low = [.. close.Select(price => price - 1)];
        return new BarSeries(symbol, timeframe, new BarColumns(times, close, high, low, close, new double[count]));
    }
}
