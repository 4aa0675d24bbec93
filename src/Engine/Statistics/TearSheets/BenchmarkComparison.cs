namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>How a curve does against a benchmark over the same bars. a and b are the returns of a bar in excess of the risk-free return, where
/// nothing else is said. Definitions of PerformanceAnalytics.</summary>
/// <param name="Alpha">The intercept of the regression of a on b, x periods per year.</param>
/// <param name="Beta">cov(a, b) / var(b); NaN where the benchmark does not move.</param>
/// <param name="BetaUp">The same over the bars in which b is above 0.</param>
/// <param name="BetaDown">The same over the bars in which b is below 0.</param>
/// <param name="Correlation">cov(a, b) / (sd(a) sd(b)); NaN where one of them does not move.</param>
/// <param name="TrackingError">sd of the difference of the returns x sqrt(periods per year).</param>
/// <param name="ActiveReturn">The curve's annual growth less the benchmark's.</param>
/// <param name="InformationRatio">Active return / tracking error; NaN where they do not differ.</param>
/// <param name="Treynor">(annual growth - yearly risk-free rate) / beta.</param>
/// <param name="UpCapture">Sum of the curve's returns over the sum of the benchmark's, in the bars in which the benchmark rises.</param>
/// <param name="DownCapture">The same in those in which it falls.</param>
/// <param name="TotalReturn">The benchmark's own return.</param>
/// <param name="MaxDrawdown">Its own deepest drawdown.</param>
/// <param name="Sharpe">Its own Sharpe ratio, annualised.</param>
/// <remarks>Sources: W. F. Sharpe, "Capital Asset Prices", Journal of Finance 19 (1964); J. L. Treynor, "How to Rate Management of Investment Funds",
/// Harvard Business Review 43 (1965). Referee: PerformanceAnalytics' CAPM.alpha, CAPM.beta, CAPM.beta.bull, CAPM.beta.bear, TrackingError,
/// ActivePremium, InformationRatio and TreynorRatio on three equity curves.</remarks>
public sealed record BenchmarkComparison(
    double Alpha,
    double Beta,
    double BetaUp,
    double BetaDown,
    double Correlation,
    double TrackingError,
    double ActiveReturn,
    double InformationRatio,
    double Treynor,
    double UpCapture,
    double DownCapture,
    double TotalReturn,
    double MaxDrawdown,
    double Sharpe)
{
    /// <summary>The share of the curve's variance that the benchmark explains.</summary>
    public double RSquared => Correlation * Correlation;

    /// <summary>Compares a curve with the returns of a benchmark over its bars.</summary>
    public static BenchmarkComparison Of(EquityCurve curve, ReadOnlySpan<double> benchmark)
    {
        var (bars, periods, riskFree) = (benchmark.Length, curve.PeriodsPerYear, curve.RiskFree);
        double[] differences = new double[bars], held = new double[bars];
        var value = 1.0;
        for (var bar = 0; bar < bars; bar++)
        {
            differences[bar] = curve.Returns[bar] - benchmark[bar];
            held[bar] = value *= 1 + benchmark[bar];
        }

        var own = new EquityCurve(1, held, curve.CloseTimes, periods, riskFree);
        var line = Regression.Of(curve.Returns, benchmark, riskFree, _ => true);
        var tracking = ReturnMoments.Of(differences).Deviation * Math.Sqrt(periods);
        var active = curve.Growth - own.Growth;
        return new BenchmarkComparison(
            line.Intercept * periods,
            line.Slope,
            Regression.Of(curve.Returns, benchmark, riskFree, excess => excess > 0).Slope,
            Regression.Of(curve.Returns, benchmark, riskFree, excess => excess < 0).Slope,
            line.Correlation,
            tracking,
            active,
            tracking > 0 ? active / tracking : double.NaN,
            (curve.Growth - riskFree * periods) / line.Slope,
            Capture(curve.Returns, benchmark, 1),
            Capture(curve.Returns, benchmark, -1),
            held[^1] - 1,
            own.Drawdowns.Min(),
            own.Moments.Sharpe(riskFree) * Math.Sqrt(periods));
    }

    private static double Capture(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, int side)
    {
        var (own, other) = (0.0, 0.0);
        for (var bar = 0; bar < benchmark.Length; bar++)
        {
            if (side * benchmark[bar] > 0) (own, other) = (own + returns[bar], other + benchmark[bar]);
        }

        return other == 0 ? double.NaN : own / other;
    }
}
