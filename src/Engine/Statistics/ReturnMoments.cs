namespace Backtest.Engine.Statistics;

/// <summary>The first four moments of returns. Skewness and kurtosis are those of the sample, m3 / m2^1.5 and m4 / m2^2 with divisor n, as
/// PerformanceAnalytics calls <c>moment</c>.</summary>
/// <param name="Count">How many returns.</param>
/// <param name="Mean">Their mean; NaN where there is none.</param>
/// <param name="Deviation">Their deviation with divisor n - 1; NaN below two, 0 where they are equal.</param>
/// <param name="Skewness">NaN where nothing deviates.</param>
/// <param name="Kurtosis">3 for the normal distribution; NaN where nothing deviates.</param>
public readonly record struct ReturnMoments(int Count, double Mean, double Deviation, double Skewness, double Kurtosis)
{
    // Below this fraction of the mean square a variance is rounding, not movement.
    private const double RoundingFraction = 1e-26;

    /// <summary>The deviation with divisor n; 0 where nothing deviates.</summary>
    public double PopulationDeviation => Deviation * Math.Sqrt((Count - 1.0) / Count);

    /// <summary>Mean over deviation of one bar, not annualised; NaN where nothing deviates.</summary>
    /// <param name="riskFree">The risk-free return of a bar.</param>
    public double Sharpe(double riskFree = 0) => Deviation > 0 ? (Mean - riskFree) / Deviation : double.NaN;

    /// <summary>The moments of some returns, in two passes.</summary>
    public static ReturnMoments Of(ReadOnlySpan<double> returns)
    {
        var (count, sum) = (returns.Length, 0.0);
        foreach (var value in returns) sum += value;
        if (count == 0) return new ReturnMoments(0, double.NaN, double.NaN, double.NaN, double.NaN);
        var mean = sum / count;
        double second = 0, third = 0, fourth = 0;
        foreach (var value in returns)
        {
            var off = value - mean;
            var square = off * off;
            second += square;
            third += square * off;
            fourth += square * square;
        }

        if (count < 2) return new ReturnMoments(count, mean, double.NaN, double.NaN, double.NaN);
        if (second <= RoundingFraction * count * mean * mean) return new ReturnMoments(count, mean, 0, double.NaN, double.NaN);
        var variance = second / count;
        return new ReturnMoments(
            count, mean, Math.Sqrt(second / (count - 1)), third / count / (variance * Math.Sqrt(variance)), fourth / count / (variance * variance));
    }
}
