namespace Backtest.Engine.Statistics;

/// <summary>Compound annual growth rate (CAGR), as a fraction.</summary>
public static class AnnualGrowth
{
    /// <summary>(final / capital)^(periods per year / bars) - 1; -1 where nothing is left; NaN where there is no bar.</summary>
    public static double Of(double finalEquity, double capital, int bars, double periodsPerYear)
    {
        if (bars == 0) return double.NaN;
        return finalEquity <= 0 ? -1 : Math.Pow(finalEquity / capital, periodsPerYear / bars) - 1;
    }
}
