namespace Backtest.Engine.Statistics;

/// <summary>Sums over the simple returns r of equity from bar to bar, the first against the capital.</summary>
/// <param name="Count">The number of returns, which is the number of bars.</param>
/// <param name="Sum">Sum of r.</param>
/// <param name="Squares">Sum of r squared.</param>
/// <param name="Downside">Sum of min(0, r - risk-free return of a bar) squared.</param>
public readonly record struct ReturnSums(int Count, double Sum, double Squares, double Downside)
{
    // Below this fraction of the mean square a variance is rounding, not movement: the sums carry about 16 digits.
    private const double RoundingFraction = 1e-13;

    /// <summary>Mean of r; NaN where there is no bar.</summary>
    public double Mean => Count > 0 ? Sum / Count : double.NaN;

    /// <summary>Sample deviation of r (divisor n - 1); NaN below two bars, 0 where all returns are equal.</summary>
    public double Deviation
    {
        get
        {
            if (Count < 2) return double.NaN;
            var variance = Squares - Sum / Count * Sum;
            return variance <= RoundingFraction * Squares ? 0 : Math.Sqrt(variance / (Count - 1));
        }
    }
}
