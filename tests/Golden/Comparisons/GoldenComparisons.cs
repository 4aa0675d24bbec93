using System.Globalization;
using Backtest.Engine.Execution;

namespace Backtest.Goldens;

/// <summary>Every comparison with another tool's figures.</summary>
internal static class GoldenComparisons
{
    private const string VectorbtTool = "vectorbt 1.1.0";
    private const string BacktestingPyTool = "backtesting.py 0.6";
    private const string TtrTool = "TTR 0.24.3";

    /// <summary>All of them, in the order of a printed table.</summary>
    public static IReadOnlyList<GoldenComparison> All { get; } =
        [.. Crosses(), .. Stops(), .. BacktestingPyRuns(), .. Statistics(), .. Indicators()];

    private static IEnumerable<GoldenComparison> Crosses()
    {
        foreach (var (name, fill) in new[] { ("nextopen", FillTime.NextOpen), ("close", FillTime.Close) })
        {
            yield return Of($"sp500-{name}-fill-long.csv", "sma-cross, metrics", (found, file) => Vectorbt.Metrics(
                found, file, (fast, slow) => GoldenRuns.Cross(Direction.Long, fill, fast, slow).Metrics));
            yield return Of($"sp500-{name}-fill-long-trades.csv", "sma-cross, trades", (found, file) => Vectorbt.Trades(
                found, file, (fast, slow) => GoldenRuns.Cross(Direction.Long, fill, fast, slow).Trades));
        }

        yield return Of("sp500-nextopen-equity-3sets.csv", "sma-cross, equity at every bar", (found, _) =>
        {
            foreach (var (fast, slow) in BacktestingPy.Pairs) Vectorbt.Equity(found, fast, slow);
        });
        yield return Of("sp500-close-fill-short.csv", "shorts, metrics", (found, _) => Vectorbt.ShortMetrics(found));
        yield return Of("sp500-close-fill-both.csv", "long and short, metrics", (found, file) => Vectorbt.Metrics(
            found, file, (fast, slow) => GoldenRuns.Cross(Direction.Both, FillTime.Close, fast, slow).Metrics));
        yield return Of("sp500-close-fill-both-trades.csv", "long and short, trades", (found, file) => Vectorbt.Trades(
            found, file, (fast, slow) => GoldenRuns.Cross(Direction.Both, FillTime.Close, fast, slow).Trades));

        static GoldenComparison Of(string file, string figures, Action<Deviations, string> compare) =>
            new(file, figures, VectorbtTool, Deviations.Usual, null, found => compare(found, file));
    }

    private static IEnumerable<GoldenComparison> Stops()
    {
        const string Where = "docs/fills.md, Rules and orders";
        foreach (var name in StoppedRuns.Names)
        {
            var (file, exits) = ($"sp500-nextopen-fill-long-{name}.csv", StoppedRuns.OpensFirst(name).Count);
            var leftOut = exits == 0 ? null : $"without exits at an open before the stop ({Where})";
            yield return new(file, $"{name}, metrics", VectorbtTool, Deviations.Usual, leftOut, found => StoppedRuns.Metrics(found, name));
            yield return new($"sp500-nextopen-fill-long-{name}-trades.csv", $"{name}, trades", VectorbtTool, Deviations.Usual, leftOut, found =>
                StoppedRuns.Trades(found, name));
            if (exits == 0) continue;
            var reason = string.Create(
                CultureInfo.InvariantCulture, $"{exits} exits are due at an open; vectorbt takes the stop inside that bar first ({Where})");
            yield return new(file, $"{name}, metrics as they are", VectorbtTool, double.PositiveInfinity, reason, found =>
                StoppedRuns.MetricsAsTheyAre(found, name));
        }
    }

    private static IEnumerable<GoldenComparison> BacktestingPyRuns()
    {
        yield return Of("sma-cross, results and trades", found => ForPairs((fast, slow) => BacktestingPy.LongCross(found, fast, slow)));
        yield return Of("rsi-reversion, results and trades", BacktestingPy.RsiReversion);
        yield return Of("long and short, results and trades", found =>
            ForPairs((fast, slow) => BacktestingPy.BothDirections(found, fast, slow)));
        yield return Of("brackets long, results and trades", found =>
            ForPairs((fast, slow) => BacktestingPy.Brackets(found, fast, slow, both: false)));
        yield return Of("brackets long and short, results and trades", found =>
            ForPairs((fast, slow) => BacktestingPy.Brackets(found, fast, slow, both: true)));

        static GoldenComparison Of(string figures, Action<Deviations> compare) =>
            new("sp500-backtestingpy-nextopen*.csv", figures, BacktestingPyTool, BacktestingPy.Rounding, null, compare);
    }

    private static IEnumerable<GoldenComparison> Statistics()
    {
        const string Tool = "PerformanceAnalytics";
        yield return new(PerformanceAnalytics.File, "result columns", Tool, Deviations.Usual, null, found =>
            ForPairs((fast, slow) => PerformanceAnalytics.Metrics(found, fast, slow)));
        yield return new(PerformanceAnalytics.File, "tear sheet", Tool, Deviations.Usual, null, found =>
            ForPairs((fast, slow) => PerformanceAnalytics.Sheet(found, fast, slow)));
    }

    private static IEnumerable<GoldenComparison> Indicators()
    {
        yield return Of(TtrColumns.File, TtrTool, TtrColumns.All);
        yield return new(TtrColumns.File, "parabolic SAR", TtrTool, double.PositiveInfinity,
            "TTR's is not Wilder's, TA-Lib's is and is equal (tests/Golden/README.md, TTR)", found =>
                new IndicatorFigures(TtrColumns.File).Check(found, "sar", 1, TtrColumns.ParabolicSar(), double.PositiveInfinity));
        yield return Of(MoreTtrColumns.File, TtrTool, MoreTtrColumns.All);
        yield return Of(TaLibColumns.File, "TA-Lib", TaLibColumns.All);
        yield return Of(FormulaColumns.File, "formulas in R", FormulaColumns.All);

        static GoldenComparison Of(string file, string tool, IReadOnlyDictionary<string, (int From, Func<double[]> Compute)> columns) => new(
            file,
            string.Create(CultureInfo.InvariantCulture, $"{columns.Count} columns of indicators"),
            tool,
            Deviations.Usual,
            null,
            found => new IndicatorFigures(file).CheckAll(found, columns));
    }

    private static void ForPairs(Action<int, int> compare)
    {
        foreach (var (fast, slow) in BacktestingPy.Pairs) compare(fast, slow);
    }
}
