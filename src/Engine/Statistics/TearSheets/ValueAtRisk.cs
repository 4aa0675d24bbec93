using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>The return that a bar falls short of in one case of so many; a loss is negative. Definitions of PerformanceAnalytics.</summary>
/// <remarks>Referee: PerformanceAnalytics' VaR and ES, methods historical, gaussian and modified, on three equity curves.</remarks>
public static class ValueAtRisk
{
    /// <summary>The quantile of the returns themselves, of <see cref="SampleQuantile"/>.</summary>
    /// <param name="sorted">The returns, in ascending order.</param>
    /// <param name="tail">The share of bars that fall short; 0.05 for a confidence of 95 %.</param>
    public static double Historical(ReadOnlySpan<double> sorted, double tail = 0.05) => SampleQuantile.OfSorted(sorted, tail);

    /// <summary>The mean of the returns below the historical value at risk (CVaR, expected shortfall); the value itself where none is
    /// below.</summary>
    /// <param name="sorted">The returns, in ascending order.</param>
    /// <param name="tail">The share of bars that fall short.</param>
    public static double HistoricalShortfall(ReadOnlySpan<double> sorted, double tail = 0.05)
    {
        var (limit, sum, count) = (Historical(sorted, tail), 0.0, 0);
        for (; count < sorted.Length && sorted[count] < limit; count++) sum += sorted[count];
        return count > 0 ? sum / count : limit;
    }

    /// <summary>mean + z x sd, where returns were normal; z the normal quantile of the tail, sd with divisor n.</summary>
    public static double Gaussian(in ReturnMoments returns, double tail = 0.05) =>
        returns.Mean + NormalDistribution.Quantile(tail) * returns.PopulationDeviation;

    /// <summary>mean - sd x density(z) / tail, the mean below <see cref="Gaussian"/>.</summary>
    public static double GaussianShortfall(in ReturnMoments returns, double tail = 0.05) =>
        returns.Mean - returns.PopulationDeviation * NormalDistribution.Density(NormalDistribution.Quantile(tail)) / tail;

    /// <summary><see cref="Gaussian"/> with a z that allows for skewness and kurtosis (Cornish and Fisher 1937): z + (z^2 - 1) S / 6
    /// + (z^3 - 3 z) K / 24 - (2 z^3 - 5 z) S^2 / 36, K the excess kurtosis.</summary>
    public static double Modified(in ReturnMoments returns, double tail = 0.05)
    {
        var z = NormalDistribution.Quantile(tail);
        var (skewness, excess) = (returns.Skewness, returns.Kurtosis - 3);
        var adjusted = z + (z * z - 1) * skewness / 6 + (z * z * z - 3 * z) * excess / 24
            - (2 * z * z * z - 5 * z) * skewness * skewness / 36;
        return returns.Mean + adjusted * returns.PopulationDeviation;
    }
}
