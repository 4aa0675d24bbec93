namespace Backtest.Engine.Statistics;

/// <summary>The Sharpe ratio: mean excess return over its deviation, annualised. W. F. Sharpe, "The Sharpe Ratio", Journal of Portfolio
/// Management 21 (1994).</summary>
public static class SharpeRatio
{
    /// <summary>mean(r - rf) / sd(r) x sqrt(periods per year), sd with divisor n - 1; NaN where the deviation is zero or undefined.</summary>
    /// <param name="returns">Sums over the returns r of each bar.</param>
    /// <param name="riskFree">The risk-free return rf of one bar.</param>
    /// <param name="periodsPerYear">Bars a year.</param>
    public static double Of(in ReturnSums returns, double riskFree, double periodsPerYear) =>
        returns.Deviation is > 0 and var deviation ? (returns.Mean - riskFree) / deviation * Math.Sqrt(periodsPerYear) : double.NaN;
}
