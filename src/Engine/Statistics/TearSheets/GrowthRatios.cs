namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>Annual growth over some measure of drawdown. Definitions of PerformanceAnalytics.</summary>
/// <remarks>Referee: PerformanceAnalytics' SterlingRatio, MartinRatio and PainRatio on three equity curves.</remarks>
public static class GrowthRatios
{
    private const double SterlingExcess = 0.1;

    /// <summary>Sterling: cagr / (|max drawdown| + 10 %).</summary>
    public static double Sterling(double growth, double maximumDrawdown) => growth / (Math.Abs(maximumDrawdown) + SterlingExcess);

    /// <summary>Martin, with the ulcer index, and pain ratio, with the pain index: (cagr - yearly risk-free rate) / index; NaN where equity never
    /// fell.</summary>
    public static double OverIndex(double growth, double riskFreeRate, double index) =>
        index > 0 ? (growth - riskFreeRate) / index : double.NaN;
}
