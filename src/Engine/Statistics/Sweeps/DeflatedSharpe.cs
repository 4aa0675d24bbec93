using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics.Sweeps;

/// <summary>How sure it is that the best of many trials has skill, once allowed for its having been picked. D. H. Bailey and M. López de Prado,
/// "The Deflated Sharpe Ratio: Correcting for Selection Bias, Backtest Overfitting and Non-Normality", Journal of Portfolio Management 40
/// (2014).</summary>
/// <remarks>Referee: the worked example of the paper.</remarks>
public static class DeflatedSharpe
{
    private const double EulerMascheroni = 0.57721566490153286061;

    /// <summary>The Sharpe ratio that the best of so many trials without skill is expected to have: sd x ((1 - g) N^-1(1 - 1/n) + g N^-1(1 - 1/(n
    /// e))), g Euler's constant and N the normal distribution; 0 for one trial.</summary>
    /// <param name="deviation">The deviation sd of the trials' Sharpe ratios.</param>
    /// <param name="trials">The number n of trials; 1 or more, whole or not.</param>
    public static double ExpectedMaximum(double deviation, double trials) => trials <= 1
        ? 0
        : deviation * ((1 - EulerMascheroni) * NormalDistribution.Quantile(1 - 1 / trials)
            + EulerMascheroni * NormalDistribution.Quantile(1 - 1 / (trials * Math.E)));

    /// <summary>The probabilistic Sharpe ratio against <see cref="ExpectedMaximum"/>.</summary>
    /// <param name="best">The returns of the best trial.</param>
    /// <param name="deviation">The deviation of the trials' Sharpe ratios, of one bar, not annualised.</param>
    /// <param name="trials">The number of trials.</param>
    /// <param name="riskFree">The risk-free return of a bar.</param>
    public static double Of(in ReturnMoments best, double deviation, double trials, double riskFree = 0) =>
        ProbabilisticSharpe.Of(in best, ExpectedMaximum(deviation, trials), riskFree);

    /// <summary>How many independent trials so many correlated ones are worth: c + (1 - c) x trials, c their mean correlation (appendix 3 of the
    /// paper); a negative one counts as none.</summary>
    public static double EffectiveTrials(double correlation, double trials) =>
        double.IsNaN(correlation) ? trials : Math.Max(0, correlation) + (1 - Math.Max(0, correlation)) * trials;
}
