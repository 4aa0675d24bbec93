namespace Backtest.Engine.Numerics;

/// <summary>Quantiles of a sample: between its two nearest values, in proportion. R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical
/// Packages", The American Statistician 50 (1996), type 7; the usual one of R, NumPy and spreadsheets.</summary>
public static class SampleQuantile
{
    /// <summary>The quantile of ascending values: the one at position (n - 1) x share, counted from 0; NaN where there is no value.</summary>
    /// <param name="sorted">The values, in ascending order.</param>
    /// <param name="share">From 0, the least, to 1, the greatest.</param>
    public static double OfSorted(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.Length == 0) return double.NaN;
        var position = (sorted.Length - 1) * share;
        var below = (int)Math.Floor(position);
        if (below >= sorted.Length - 1) return sorted[^1];
        return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }

    /// <summary>The values in ascending order, those that are not NaN.</summary>
    public static double[] Sorted(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value))];
        Array.Sort(sorted);
        return sorted;
    }
}
