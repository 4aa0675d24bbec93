namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>The line through two series of returns by least squares.</summary>
/// <param name="Intercept">Where it crosses zero.</param>
/// <param name="Slope">How steep it is; NaN where what explains does not move.</param>
/// <param name="Correlation">The correlation; NaN where one of the series does not move.</param>
public readonly record struct Regression(double Intercept, double Slope, double Correlation)
{
    /// <summary>Explains returns by those of a benchmark, both in excess of the risk-free return.</summary>
    /// <param name="returns">What is explained.</param>
    /// <param name="benchmark">What explains.</param>
    /// <param name="riskFree">The risk-free return of a bar.</param>
    /// <param name="counts">Which bars count, by the benchmark's excess return.</param>
    public static Regression Of(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, double riskFree, Func<double, bool> counts)
    {
        var (count, meanY, meanX) = (0, 0.0, 0.0);
        for (var bar = 0; bar < returns.Length; bar++)
        {
            if (!counts(benchmark[bar] - riskFree)) continue;
            count++;
            meanY += returns[bar] - riskFree;
            meanX += benchmark[bar] - riskFree;
        }

        (meanY, meanX) = (meanY / count, meanX / count);
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var bar = 0; bar < returns.Length; bar++)
        {
            if (!counts(benchmark[bar] - riskFree)) continue;
            var (x, y) = (benchmark[bar] - riskFree - meanX, returns[bar] - riskFree - meanY);
            (xx, yy, xy) = (xx + x * x, yy + y * y, xy + x * y);
        }

        if (!(xx > 0)) return new Regression(double.NaN, double.NaN, double.NaN);
        var slope = xy / xx;
        return new Regression(meanY - slope * meanX, slope, yy > 0 ? xy / Math.Sqrt(xx * yy) : double.NaN);
    }
}
