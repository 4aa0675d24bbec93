namespace Backtest.Engine.Statistics.Pooling;

/// <summary>How consistent and how stable a parameter set is over windows: the weighted mean of its returns (0.35), win rates (0.25), Sharpe ratios
/// (0.20) and its share of profitable windows (0.20). A part that is undefined leaves, and the weights of the others grow in proportion.</summary>
/// <remarks>The weights are those of investing-algorithm-framework 9.0; the scale of each part is <see cref="Evenness"/>, since theirs takes
/// fractions for percents and is near 1 for every strategy.</remarks>
public static class WindowScores
{
    private const double ReturnWeight = 0.35, WinRateWeight = 0.25, SharpeWeight = 0.2, ProfitableWeight = 0.2;

    /// <summary>Evenness of the windows measured by their mean; NaN below two windows.</summary>
    public static double Consistency(WindowPool pool) => Weighted(
        pool, Evenness.Consistency(pool.Returns), Evenness.Consistency(pool.WinRates), Evenness.Consistency(pool.Sharpes));

    /// <summary>Evenness of the windows measured by fixed spans; NaN below two windows.</summary>
    public static double Stability(WindowPool pool) => Weighted(
        pool,
        Evenness.Stability(pool.Returns, Evenness.ReturnSpan),
        Evenness.Stability(pool.WinRates, Evenness.WinRateSpan),
        Evenness.Stability(pool.Sharpes, Evenness.SharpeSpan));

    private static double Weighted(WindowPool pool, double returns, double winRates, double sharpes)
    {
        if (pool.Windows < 2) return double.NaN;
        var (sum, weights) = (ProfitableWeight * pool.ProfitableWindows / pool.Windows, ProfitableWeight);
        Add(returns, ReturnWeight);
        Add(winRates, WinRateWeight);
        Add(sharpes, SharpeWeight);
        return sum / weights;

        void Add(double score, double weight)
        {
            if (double.IsNaN(score)) return;
            sum += weight * score;
            weights += weight;
        }
    }
}
