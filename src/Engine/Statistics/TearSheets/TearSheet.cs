using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>Everything that the equity and the trades of one backtest tell, beside its metrics.</summary>
/// <param name="Curve">Its equity.</param>
/// <param name="Metrics">Its metrics.</param>
/// <param name="SortedReturns">The returns of its bars, in ascending order.</param>
/// <param name="Drawdowns">Its drawdowns.</param>
/// <param name="Months">Its returns by month.</param>
/// <param name="Years">Its returns by year.</param>
/// <param name="Rolling">Its rolling figures.</param>
/// <param name="Trades">Figures of its trades.</param>
/// <param name="Excursions">The excursion of each trade, in the order of the trades.</param>
/// <param name="Benchmark">The benchmark's symbol.</param>
/// <param name="Comparison">How it does against the benchmark.</param>
public sealed record TearSheet(
    EquityCurve Curve,
    Metrics Metrics,
    double[] SortedReturns,
    DrawdownFigures Drawdowns,
    IReadOnlyList<CalendarReturn> Months,
    IReadOnlyList<CalendarReturn> Years,
    RollingFigures Rolling,
    TradeFigures Trades,
    IReadOnlyList<TradeExcursion> Excursions,
    string Benchmark,
    BenchmarkComparison Comparison)
{
    /// <summary>The bars of a rolling window where nothing else is said: half a year, or a third of the curve where it is shorter than one and a
    /// half; 2 at least.</summary>
    public static int DefaultWindow(EquityCurve curve) =>
        (int)Math.Max(2, Math.Min(Math.Round(curve.PeriodsPerYear / 2), curve.Values.Length / 3));

    /// <summary>The tear sheet of a backtest.</summary>
    /// <param name="curve">Its equity.</param>
    /// <param name="metrics">Its metrics.</param>
    /// <param name="trades">Its trades, in the order of their exits.</param>
    /// <param name="slice">The bars that it ran on.</param>
    /// <param name="fill">When its orders filled.</param>
    /// <param name="benchmark">What to compare it with.</param>
    /// <param name="window">Bars of a rolling window; null for <see cref="DefaultWindow"/>.</param>
    public static TearSheet Of(
        EquityCurve curve,
        in Metrics metrics,
        IReadOnlyList<Trade> trades,
        BarSlice slice,
        FillTime fill,
        BenchmarkCurve benchmark,
        int? window = null) =>
        new(
            curve,
            metrics,
            SampleQuantile.Sorted(curve.Returns),
            DrawdownFigures.Of(curve),
            CalendarReturn.ByMonth(curve),
            CalendarReturn.ByYear(curve),
            RollingFigures.Of(curve, window ?? DefaultWindow(curve)),
            TradeFigures.Of(trades),
            [.. trades.Select(trade => TradeExcursion.Of(in trade, slice, fill))],
            benchmark.Symbol,
            BenchmarkComparison.Of(curve, benchmark.Returns));
}
