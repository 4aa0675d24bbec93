namespace Backtest.Engine.Statistics;

/// <summary>The Calmar ratio: annual growth over the deepest drawdown, both over the whole window. T. W. Young, "Calmar Ratio: A Smoother
/// Tool", Futures 20 (1991), who used the last 36 months.</summary>
public static class CalmarRatio
{
    /// <summary>cagr / |max drawdown|; NaN where equity never fell.</summary>
    public static double Of(double annualGrowth, double maximumDrawdown) =>
        maximumDrawdown < 0 ? annualGrowth / -maximumDrawdown : double.NaN;
}
