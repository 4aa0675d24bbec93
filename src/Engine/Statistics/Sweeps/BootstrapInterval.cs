using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics.Sweeps;

/// <summary>Between which values a figure of a curve lies in most draws of its bars. B. Efron, "Better Bootstrap Confidence Intervals" (1987), calls
/// it the percentile interval; bars are drawn with <see cref="StationaryBootstrap"/>.</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <remarks>Referee: an implementation in the tests over the drawn returns, and the normal distribution for returns drawn from it. Draws in which a
/// figure is undefined are left out.</remarks>
public readonly record struct BootstrapInterval(double Lower, double Upper)
{
    /// <summary>The intervals of the annualised Sharpe ratio and of annual growth.</summary>
    /// <param name="returns">The returns.</param>
    /// <param name="periodsPerYear">Bars a year.</param>
    /// <param name="riskFree">The risk-free return of a bar.</param>
    /// <param name="bootstrap">Draws bars.</param>
    /// <param name="draws">How many draws.</param>
    /// <param name="confidence">The share of draws inside, such as 0.95.</param>
    /// <param name="loop">Where to compute.</param>
    public static (BootstrapInterval Sharpe, BootstrapInterval Growth) Of(
        double[] returns, double periodsPerYear, double riskFree, StationaryBootstrap bootstrap, int draws, double confidence, IndexLoop loop)
    {
        var (sharpes, growths) = (new double[draws], new double[draws]);
        loop(draws, draw =>
        {
            var (indices, drawn) = (new int[returns.Length], new double[returns.Length]);
            bootstrap.Draw(draw, indices);
            for (var bar = 0; bar < drawn.Length; bar++) drawn[bar] = returns[indices[bar]];
            sharpes[draw] = ReturnMoments.Of(drawn).Sharpe(riskFree) * Math.Sqrt(periodsPerYear);
            growths[draw] = AnnualGrowth.Of(1 + SimpleReturns.Compound(drawn), 1, drawn.Length, periodsPerYear);
        });
        return (Between(sharpes, confidence), Between(growths, confidence));
    }

    private static BootstrapInterval Between(double[] values, double confidence)
    {
        var (sorted, outside) = (SampleQuantile.Sorted(values), (1 - confidence) / 2);
        return new BootstrapInterval(SampleQuantile.OfSorted(sorted, outside), SampleQuantile.OfSorted(sorted, 1 - outside));
    }
}
