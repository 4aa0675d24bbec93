namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>How much of the capital would have grown the fastest, halved as is prudent. J. L. Kelly, "A New Interpretation of Information Rate",
/// Bell System Technical Journal 35 (1956), for returns that are small.</summary>
/// <remarks>Referee: PerformanceAnalytics' KellyRatio, whose default is the half, on three equity curves.</remarks>
public static class KellyFraction
{
    /// <summary>(mean(r) - rf) / sd(r)^2 / 2, of one bar; NaN where nothing deviates.</summary>
    public static double Half(in ReturnMoments returns, double riskFree) => returns.Sharpe(riskFree) / returns.Deviation / 2;
}
