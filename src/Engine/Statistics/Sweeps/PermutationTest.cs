using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics.Sweeps;

/// <summary>How a figure does among those of permutations.</summary>
/// <param name="Actual">The figure.</param>
/// <param name="Sorted">Those of the permutations, in ascending order; one that is undefined counts as worse than all and is left out.</param>
/// <param name="Count">The number of permutations.</param>
/// <param name="Probability">(1 + permutations as good) / (1 + permutations), so that it is never 0; NaN where the figure is undefined. B.
/// Phipson and G. K. Smyth, "Permutation P-values Should Never Be Zero", Statistical Applications in Genetics and Molecular Biology 9 (2010).</param>
public sealed record PermutationTest(double Actual, double[] Sorted, int Count, double Probability)
{
    /// <summary>A quantile of the permutations.</summary>
    public double Quantile(double share) => SampleQuantile.OfSorted(Sorted, share);

    /// <summary>Compares a figure with those of permutations.</summary>
    /// <param name="actual">The figure.</param>
    /// <param name="permuted">Those of the permutations; NaN where undefined.</param>
    /// <param name="largerIsBetter">Whether of two the larger is the better.</param>
    public static PermutationTest Of(double actual, IReadOnlyCollection<double> permuted, bool largerIsBetter = true)
    {
        var asGood = permuted.Count(value => largerIsBetter ? value >= actual : value <= actual);
        var probability = double.IsNaN(actual) ? double.NaN : (1.0 + asGood) / (1 + permuted.Count);
        return new PermutationTest(actual, SampleQuantile.Sorted(permuted), permuted.Count, probability);
    }
}
