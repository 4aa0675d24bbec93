using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Statistics;
using Backtest.Engine.Statistics.TearSheets;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.BuiltIn;

/// <summary>The figures of a tear sheet that R's PerformanceAnalytics defines too, on the same equity curves and the same benchmark.</summary>
public sealed class TearSheetGoldenTests
{
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

    private static readonly GoldenTable Golden = GoldenTable.Read("sp500-performanceanalytics.csv");

    [Theory]
    [InlineData(20, 50)]
    [InlineData(10, 100)]
    [InlineData(50, 200)]
    public void FiguresEqualPerformanceAnalytics(int fast, int slow)
    {
        var (metrics, equity, trades) = GoldenRuns.Run("sma-cross", FillTime.NextOpen, ("fast", fast), ("slow", slow));
        var times = Sp500.Bars.CloseTimes.ToArray();
        var sheet = TearSheet.Of(
            new EquityCurve(10_000, equity, times, 252), metrics, trades, new BarSlice(Sp500.Bars), FillTime.NextOpen,
            BenchmarkCurve.Of(Sp500.Bars, times));

        foreach (var (figure, golden, factor) in Pairs)
        {
            var expected = Value($"value_{fast}_{slow}", golden) * factor;
            Near.Equal(expected, TearFigure.All.Single(known => known.Name == figure).Of(sheet), figure);
        }

        // PerformanceAnalytics ignores kurtosis unless it is told not to, and takes that of the normal distribution.
        var normal = sheet.Curve.Moments with { Kurtosis = 3 };
        Near.Equal(Value($"value_{fast}_{slow}", "ProbSharpeRatio_refSR0"), ProbabilisticSharpe.Of(in normal, 0), "probabilistic sharpe");
    }

    [Fact]
    public void TheDeepestDrawdownIsTheMetric()
    {
        var (metrics, equity, _) = GoldenRuns.Run("sma-cross", FillTime.NextOpen, ("fast", 20), ("slow", 50));
        var curve = new EquityCurve(10_000, equity, Sp500.Bars.CloseTimes.ToArray(), 252);
        var periods = DrawdownPeriod.All(curve.Drawdowns);

        Assert.Equal(metrics.MaxDrawdown, periods.Min(period => period.Depth));
        Assert.Equal(metrics.MaxDrawdownBars, periods.Max(period => period.Bars));
    }

    private static double Value(string set, string metric) => Golden.Number(
        Enumerable.Range(0, Golden.Count).Single(row => Golden.Text(row, "set") == set && Golden.Text(row, "metric") == metric), "value");
}
