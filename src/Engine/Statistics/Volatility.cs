namespace Backtest.Engine.Statistics;

/// <summary>Annualised volatility of returns, as a fraction.</summary>
public static class Volatility
{
    /// <summary>sd(r) x sqrt(periods per year), sd with divisor n - 1; NaN below two bars.</summary>
    public static double Of(in ReturnSums returns, double periodsPerYear) => returns.Deviation * Math.Sqrt(periodsPerYear);
}
