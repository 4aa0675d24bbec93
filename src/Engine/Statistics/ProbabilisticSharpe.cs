using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics;

/// <summary>How sure it is that the true Sharpe ratio of a track record exceeds a benchmark, given its length and the shape of its returns.
/// D. H. Bailey and M. López de Prado, "The Sharpe Ratio Efficient Frontier", Journal of Risk 15 (2012).</summary>
/// <remarks>Referee: PerformanceAnalytics' ProbSharpeRatio on three equity curves; it takes a kurtosis of 3 where it is not told to use that of the
/// returns, ours always uses it.</remarks>
public static class ProbabilisticSharpe
{
    /// <summary>PSR = N((SR - benchmark) x sqrt(n - 1) / sqrt(1 - skewness x SR + (kurtosis - 1) / 4 x SR^2)), N the normal distribution;
    /// NaN where the ratio is undefined.</summary>
    /// <param name="returns">The returns.</param>
    /// <param name="benchmark">The ratio to exceed, of one bar, not annualised.</param>
    /// <param name="riskFree">The risk-free return of a bar.</param>
    public static double Of(in ReturnMoments returns, double benchmark, double riskFree = 0)
    {
        var sharpe = returns.Sharpe(riskFree);
        return NormalDistribution.Probability((sharpe - benchmark) * Math.Sqrt(returns.Count - 1) / Spread(in returns, sharpe));
    }

    /// <summary>The shortest track record that exceeds the benchmark with a confidence: 1 + spread^2 x (N^-1(confidence) / (SR - benchmark))^2
    /// bars; NaN where the ratio does not exceed it.</summary>
    /// <param name="returns">The returns.</param>
    /// <param name="benchmark">The ratio to exceed, of one bar.</param>
    /// <param name="riskFree">The risk-free return of a bar.</param>
    /// <param name="confidence">More than a half, less than 1.</param>
    public static double MinimumLength(in ReturnMoments returns, double benchmark, double riskFree = 0, double confidence = 0.95)
    {
        var sharpe = returns.Sharpe(riskFree);
        if (!(sharpe > benchmark)) return double.NaN;
        var ratio = Spread(in returns, sharpe) * NormalDistribution.Quantile(confidence) / (sharpe - benchmark);
        return 1 + ratio * ratio;
    }

    private static double Spread(in ReturnMoments returns, double sharpe) =>
        Math.Sqrt(1 - returns.Skewness * sharpe + (returns.Kurtosis - 1) / 4 * sharpe * sharpe);
}
