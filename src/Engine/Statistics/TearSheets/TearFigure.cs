using static Backtest.Engine.Statistics.TearSheets.FigureKind;

namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>One figure of a tear sheet, under the name that exports give it.</summary>
/// <param name="Group">The figures that it stands among.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is measured in.</param>
/// <param name="Of">Its value; NaN where it is undefined.</param>
public sealed record TearFigure(string Group, string Name, FigureKind Kind, Func<TearSheet, double> Of)
{
    private const string Returns = "returns", Risk = "risk", Drawdown = "drawdown", Ratios = "ratios", Trading = "trades", Costs = "costs",
        Against = "benchmark";

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<TearFigure> All { get; } =
        [.. OfReturns(), .. OfRisk(), .. OfDrawdowns(), .. OfRatios(), .. OfTrades(), .. OfBenchmark()];

    private static TearFigure[] OfReturns() =>
    [
        new(Returns, "best_bar", Fraction, sheet => sheet.SortedReturns[^1]),
        new(Returns, "worst_bar", Fraction, sheet => sheet.SortedReturns[0]),
        new(Returns, "positive_bars", Fraction, sheet => Positive(sheet.SortedReturns)),
        new(Returns, "best_month", Fraction, sheet => sheet.Months.Max(month => month.Value)),
        new(Returns, "worst_month", Fraction, sheet => sheet.Months.Min(month => month.Value)),
        new(Returns, "positive_months", Fraction, sheet => Positive(sheet.Months.Select(month => month.Value))),
        new(Returns, "best_year", Fraction, sheet => sheet.Years.Max(year => year.Value)),
        new(Returns, "worst_year", Fraction, sheet => sheet.Years.Min(year => year.Value)),
        new(Returns, "positive_years", Fraction, sheet => Positive(sheet.Years.Select(year => year.Value))),
    ];

    private static TearFigure[] OfRisk() =>
    [
        new(Risk, "var_95", Fraction, sheet => ValueAtRisk.Historical(sheet.SortedReturns)),
        new(Risk, "cvar_95", Fraction, sheet => ValueAtRisk.HistoricalShortfall(sheet.SortedReturns)),
        new(Risk, "gaussian_var_95", Fraction, sheet => ValueAtRisk.Gaussian(sheet.Curve.Moments)),
        new(Risk, "gaussian_cvar_95", Fraction, sheet => ValueAtRisk.GaussianShortfall(sheet.Curve.Moments)),
        new(Risk, "modified_var_95", Fraction, sheet => ValueAtRisk.Modified(sheet.Curve.Moments)),
        new(Risk, "downside_deviation", Fraction, sheet =>
            PartialMoments.DownsideDeviation(sheet.Curve.Returns, sheet.Curve.RiskFree) * Math.Sqrt(sheet.Curve.PeriodsPerYear)),
        new(Risk, "skewness", Ratio, sheet => sheet.Curve.Moments.Skewness),
        new(Risk, "excess_kurtosis", Ratio, sheet => sheet.Curve.Moments.Kurtosis - 3),
        new(Risk, "tail_ratio", Ratio, sheet => TailRatio.Of(sheet.SortedReturns)),
    ];

    private static TearFigure[] OfDrawdowns() =>
    [
        new(Drawdown, "drawdowns", Count, sheet => sheet.Drawdowns.Periods.Count),
        new(Drawdown, "average_drawdown", Fraction, sheet => sheet.Drawdowns.AverageDepth),
        new(Drawdown, "average_drawdown_bars", MeanBars, sheet => sheet.Drawdowns.AverageBars),
        new(Drawdown, "underwater", Fraction, sheet => sheet.Drawdowns.Underwater),
        new(Drawdown, "ulcer_index", Fraction, sheet => sheet.Drawdowns.UlcerIndex),
        new(Drawdown, "pain_index", Fraction, sheet => sheet.Drawdowns.PainIndex),
        new(Drawdown, "recovery_factor", Ratio, sheet => sheet.Drawdowns.RecoveryFactor),
    ];

    private static TearFigure[] OfRatios() =>
    [
        new(Ratios, "omega", Ratio, sheet => PartialMoments.Omega(sheet.Curve.Returns, sheet.Curve.RiskFree)),
        new(Ratios, "kappa_3", Ratio, sheet => PartialMoments.Kappa(sheet.Curve.Returns, sheet.Curve.RiskFree, 3)),
        new(Ratios, "upside_potential_ratio", Ratio, sheet => PartialMoments.UpsidePotential(sheet.Curve.Returns, sheet.Curve.RiskFree)),
        new(Ratios, "sterling_ratio", Ratio, sheet => GrowthRatios.Sterling(sheet.Curve.Growth, sheet.Metrics.MaxDrawdown)),
        new(Ratios, "martin_ratio", Ratio, sheet => OverIndex(sheet, sheet.Drawdowns.UlcerIndex)),
        new(Ratios, "pain_ratio", Ratio, sheet => OverIndex(sheet, sheet.Drawdowns.PainIndex)),
        new(Ratios, "half_kelly", Ratio, sheet => KellyFraction.Half(sheet.Curve.Moments, sheet.Curve.RiskFree)),
        new(Ratios, "probabilistic_sharpe", Fraction, sheet => ProbabilisticSharpe.Of(sheet.Curve.Moments, 0, sheet.Curve.RiskFree)),
    ];

    private static TearFigure[] OfTrades() =>
    [
        new(Trading, "long_trades", Count, sheet => sheet.Trades.Long),
        new(Trading, "short_trades", Count, sheet => sheet.Trades.Short),
        new(Trading, "average_win", Amount, sheet => sheet.Trades.AverageWin),
        new(Trading, "average_loss", Amount, sheet => sheet.Trades.AverageLoss),
        new(Trading, "payoff_ratio", Ratio, sheet => sheet.Trades.PayoffRatio),
        new(Trading, "largest_win", Amount, sheet => sheet.Trades.LargestWin),
        new(Trading, "largest_loss", Amount, sheet => sheet.Trades.LargestLoss),
        new(Trading, "average_trade_return", Fraction, sheet => sheet.Trades.AverageReturn),
        new(Trading, "median_trade_return", Fraction, sheet => sheet.Trades.MedianReturn),
        new(Trading, "wins_in_a_row", Count, sheet => sheet.Trades.WinsInARow),
        new(Trading, "losses_in_a_row", Count, sheet => sheet.Trades.LossesInARow),
        new(Trading, "average_bars_held", MeanBars, sheet => sheet.Trades.AverageBars),
        new(Trading, "average_bars_won", MeanBars, sheet => sheet.Trades.AverageBarsWon),
        new(Trading, "average_bars_lost", MeanBars, sheet => sheet.Trades.AverageBarsLost),
        new(Trading, "average_mae", Fraction, sheet => Mean(sheet.Excursions.Select(excursion => excursion.Adverse))),
        new(Trading, "average_mfe", Fraction, sheet => Mean(sheet.Excursions.Select(excursion => excursion.Favorable))),
        new(Costs, "fees_to_gross_profit", Fraction, sheet =>
            sheet.Trades.GrossProfit > 0 ? sheet.Metrics.FeesPaid / sheet.Trades.GrossProfit : double.NaN),
        new(Costs, "fees_a_year", Fraction, sheet =>
            sheet.Metrics.FeesPaid / sheet.Curve.Values.Average() * sheet.Curve.PeriodsPerYear / sheet.Curve.Values.Length),
    ];

    private static TearFigure[] OfBenchmark() =>
    [
        new(Against, "benchmark_return", Fraction, sheet => sheet.Comparison.TotalReturn),
        new(Against, "benchmark_max_drawdown", Fraction, sheet => sheet.Comparison.MaxDrawdown),
        new(Against, "benchmark_sharpe", Ratio, sheet => sheet.Comparison.Sharpe),
        new(Against, "alpha", Fraction, sheet => sheet.Comparison.Alpha),
        new(Against, "beta", Ratio, sheet => sheet.Comparison.Beta),
        new(Against, "beta_up", Ratio, sheet => sheet.Comparison.BetaUp),
        new(Against, "beta_down", Ratio, sheet => sheet.Comparison.BetaDown),
        new(Against, "correlation", Ratio, sheet => sheet.Comparison.Correlation),
        new(Against, "r_squared", Ratio, sheet => sheet.Comparison.RSquared),
        new(Against, "active_return", Fraction, sheet => sheet.Comparison.ActiveReturn),
        new(Against, "tracking_error", Fraction, sheet => sheet.Comparison.TrackingError),
        new(Against, "information_ratio", Ratio, sheet => sheet.Comparison.InformationRatio),
        new(Against, "treynor_ratio", Ratio, sheet => sheet.Comparison.Treynor),
        new(Against, "up_capture", Fraction, sheet => sheet.Comparison.UpCapture),
        new(Against, "down_capture", Fraction, sheet => sheet.Comparison.DownCapture),
    ];

    private static double OverIndex(TearSheet sheet, double index) =>
        GrowthRatios.OverIndex(sheet.Curve.Growth, sheet.Curve.RiskFree * sheet.Curve.PeriodsPerYear, index);

    private static double Positive(IEnumerable<double> values) => values.Average(value => value > 0 ? 1.0 : 0.0);

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(double.NaN).Average();
}
