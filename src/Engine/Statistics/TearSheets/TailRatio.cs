using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>How much larger the best bars are than the worst.</summary>
public static class TailRatio
{
    /// <summary>|95 % quantile| / |5 % quantile| of the returns, of <see cref="SampleQuantile"/>; NaN where the lower one is zero.</summary>
    /// <param name="sorted">The returns, in ascending order.</param>
    public static double Of(ReadOnlySpan<double> sorted)
    {
        var worst = Math.Abs(SampleQuantile.OfSorted(sorted, 0.05));
        return worst > 0 ? Math.Abs(SampleQuantile.OfSorted(sorted, 0.95)) / worst : double.NaN;
    }
}
