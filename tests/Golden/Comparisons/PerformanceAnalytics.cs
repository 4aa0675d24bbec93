using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Statistics;
using Backtest.Engine.Statistics.TearSheets;

namespace Backtest.Goldens;

/// <summary>Compares metrics and figures of the tear sheet with R's PerformanceAnalytics, on the same equity curves and the same benchmark.</summary>
internal static class PerformanceAnalytics
{
    public const string File = "sp500-performanceanalytics.csv";

    /// <summary>Our figure, PerformanceAnalytics' one, and what its value is multiplied by to be ours.</summary>
    private static readonly (string Figure, string Golden, double Factor)[] Pairs =
    [
        ("average_drawdown", "AverageDrawdown", -1),
        ("ulcer_index", "UlcerIndex", 1),
        ("pain_index", "PainIndex", 1),
        ("omega", "Omega_L0", 1),
        ("var_95", "VaR_hist_95", 1),
        ("cvar_95", "ES_hist_95", 1),
        ("gaussian_var_95", "VaR_gauss_95", 1),
        ("gaussian_cvar_95", "ES_gauss_95", 1),
        ("modified_var_95", "VaR_modified_95", 1),
        ("downside_deviation", "DownsideDeviation_MAR0", 15.874507866387544),
        ("skewness", "skewness_moment", 1),
        ("excess_kurtosis", "kurtosis_excess", 1),
        ("sterling_ratio", "SterlingRatio", 1),
        ("martin_ratio", "MartinRatio", 1),
        ("pain_ratio", "PainRatio", 1),
        ("half_kelly", "KellyRatio_half", 1),
        ("kappa_3", "Kappa3", 1),
        ("upside_potential_ratio", "UpsidePotentialRatio", 1),
        ("alpha", "CAPM.alpha_per_bar", 252),
        ("beta", "CAPM.beta", 1),
        ("beta_up", "CAPM.beta.bull", 1),
        ("beta_down", "CAPM.beta.bear", 1),
        ("tracking_error", "TrackingError", 1),
        ("active_return", "ActivePremium", 1),
        ("information_ratio", "InformationRatio", 1),
        ("treynor_ratio", "TreynorRatio", 1),
    ];

    private static readonly GoldenTable Golden = GoldenTable.Read(File);

    /// <summary>The result columns that it defines too.</summary>
    public static void Metrics(Deviations deviations, int fast, int slow)
    {
        var set = $"value_{fast}_{slow}";
        var metrics = GoldenRuns.Run("sma-cross", FillTime.NextOpen, ("fast", fast), ("slow", slow)).Metrics;
        deviations.Near(Value(set, "Return.cumulative"), metrics.TotalReturn, "total return");
        deviations.Near(Value(set, "Return.annualized_geometric"), metrics.Cagr, "growth");
        deviations.Near(Value(set, "StdDev.annualized"), metrics.Volatility, "volatility");
        deviations.Near(Value(set, "SharpeRatio_per_bar") * Math.Sqrt(252), metrics.Sharpe, "sharpe");
        deviations.Near(Value(set, "SharpeRatio.annualized_arithmetic"), metrics.Sharpe, "annualised sharpe");
        deviations.Near(Value(set, "SortinoRatio_per_bar_MAR0") * Math.Sqrt(252), metrics.Sortino, "sortino");
        deviations.Near(Value(set, "CalmarRatio"), metrics.Calmar, "calmar");
        deviations.Near(Value(set, "maxDrawdown"), -metrics.MaxDrawdown, "drawdown");
    }

    /// <summary>The figures of a tear sheet that it defines too.</summary>
    public static void Sheet(Deviations deviations, int fast, int slow)
    {
        var (metrics, equity, trades) = GoldenRuns.Run("sma-cross", FillTime.NextOpen, ("fast", fast), ("slow", slow));
        var times = Sp500.Bars.CloseTimes.ToArray();
        var sheet = TearSheet.Of(
            new EquityCurve(10_000, equity, times, 252), metrics, trades, new BarSlice(Sp500.Bars), FillTime.NextOpen,
            BenchmarkCurve.Of(Sp500.Bars, times));

        foreach (var (figure, golden, factor) in Pairs)
        {
            var expected = Value($"value_{fast}_{slow}", golden) * factor;
            deviations.Near(expected, TearFigure.All.Single(known => known.Name == figure).Of(sheet), figure);
        }

        // PerformanceAnalytics ignores kurtosis unless it is told not to, and takes that of the normal distribution.
        var normal = sheet.Curve.Moments with { Kurtosis = 3 };
        deviations.Near(Value($"value_{fast}_{slow}", "ProbSharpeRatio_refSR0"), ProbabilisticSharpe.Of(in normal, 0), "probabilistic sharpe");
    }

    private static double Value(string set, string metric) => Golden.Number(
        Enumerable.Range(0, Golden.Count).Single(row => Golden.Text(row, "set") == set && Golden.Text(row, "metric") == metric), "value");
}
