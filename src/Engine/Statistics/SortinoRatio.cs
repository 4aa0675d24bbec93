namespace Backtest.Engine.Statistics;

/// <summary>The Sortino ratio: mean excess return over downside deviation, annualised. F. A. Sortino and L. N. Price, "Performance
/// Measurement in a Downside Risk Framework", Journal of Investing 3 (1994).</summary>
public static class SortinoRatio
{
    /// <summary>mean(r - rf) x ppy / (sqrt(mean(min(0, r - rf)^2)) x sqrt(ppy)), the mean over all bars; NaN where no bar fell short.</summary>
    /// <param name="returns">Sums over the returns r of each bar, whose downside was taken against <paramref name="riskFree"/>.</param>
    /// <param name="riskFree">The risk-free return rf of one bar.</param>
    /// <param name="periodsPerYear">Bars a year (ppy).</param>
    public static double Of(in ReturnSums returns, double riskFree, double periodsPerYear)
    {
        if (!(returns.Downside > 0)) return double.NaN;
        var deviation = Math.Sqrt(returns.Downside / returns.Count) * Math.Sqrt(periodsPerYear);
        return (returns.Mean - riskFree) * periodsPerYear / deviation;
    }
}
