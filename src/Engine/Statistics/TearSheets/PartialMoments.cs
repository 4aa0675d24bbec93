namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>Ratios of what returns gain above a threshold to what they lose below it. Definitions of PerformanceAnalytics.</summary>
/// <remarks>Referee: PerformanceAnalytics' Omega, Kappa, UpsidePotentialRatio and DownsideDeviation on three equity curves.</remarks>
public static class PartialMoments
{
    /// <summary>Omega: sum(max(r - threshold, 0)) / sum(max(threshold - r, 0)); NaN where nothing falls short. C. Keating and W. F. Shadwick,
    /// "A Universal Performance Measure", Journal of Performance Measurement 6 (2002).</summary>
    public static double Omega(ReadOnlySpan<double> returns, double threshold) =>
        Ratio(Upper(returns, threshold, 1), Lower(returns, threshold, 1));

    /// <summary>Kappa of an order: mean(r - threshold) / mean(max(threshold - r, 0)^order)^(1/order); NaN where nothing falls short. P. D. Kaplan
    /// and J. A. Knowles, "Kappa: A Generalized Downside Risk-Adjusted Performance Measure" (2004).</summary>
    public static double Kappa(ReadOnlySpan<double> returns, double threshold, int order)
    {
        var sum = 0.0;
        foreach (var value in returns) sum += value - threshold;
        return Ratio(sum / returns.Length, Math.Pow(Lower(returns, threshold, order) / returns.Length, 1.0 / order));
    }

    /// <summary>sqrt(mean(max(threshold - r, 0)^2)) of one bar, the mean over all bars.</summary>
    public static double DownsideDeviation(ReadOnlySpan<double> returns, double threshold) =>
        Math.Sqrt(Lower(returns, threshold, 2) / returns.Length);

    /// <summary>The mean gain of the bars above the threshold over the deviation of those below it, each over its own bars; NaN where nothing
    /// falls short. F. A. Sortino, R. van der Meer and A. Plantinga, "The Dutch Triangle", Journal of Portfolio Management 26 (1999).</summary>
    public static double UpsidePotential(ReadOnlySpan<double> returns, double threshold)
    {
        var (above, below) = (0, 0);
        foreach (var value in returns)
        {
            if (value > threshold) above++;
            if (value < threshold) below++;
        }

        if (below == 0) return double.NaN;
        return above == 0 ? 0 : Upper(returns, threshold, 1) / above / Math.Sqrt(Lower(returns, threshold, 2) / below);
    }

    private static double Ratio(double above, double below) => below > 0 ? above / below : double.NaN;

    private static double Upper(ReadOnlySpan<double> returns, double threshold, int order) => Sum(returns, threshold, 1, order);

    private static double Lower(ReadOnlySpan<double> returns, double threshold, int order) => Sum(returns, threshold, -1, order);

    private static double Sum(ReadOnlySpan<double> returns, double threshold, int side, int order)
    {
        var sum = 0.0;
        foreach (var value in returns)
        {
            var (off, power) = (Math.Max(0, side * (value - threshold)), 1.0);
            for (var i = 0; i < order; i++) power *= off;
            sum += power;
        }

        return sum;
    }
}
