namespace Backtest.Strategies.Indicators;

/// <summary>Standard deviation of the last <c>period</c> values.</summary>
/// <remarks>Defined from bar period - 1 on. Two passes over each window, the mean as a distance from its first value: no cancellation, whatever the
/// level of the prices, and equal values do not deviate by a rounding.</remarks>
public static class RollingDeviation
{
    /// <summary>Writes the sample deviation, divisor period - 1; the period is 2 or more.</summary>
    public static void WriteSample(ReadOnlySpan<double> values, int period, Span<double> deviation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        Write(values, period, period - 1, deviation);
    }

    /// <summary>Writes the population deviation, divisor period.</summary>
    public static void WritePopulation(ReadOnlySpan<double> values, int period, Span<double> deviation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        Write(values, period, period, deviation);
    }

    private static void Write(ReadOnlySpan<double> values, int period, int divisor, Span<double> deviation)
    {
        deviation.Fill(double.NaN);
        for (var i = period - 1; i < values.Length; i++)
        {
            var window = values.Slice(i - period + 1, period);
            var distance = 0.0;
            foreach (var value in window) distance += value - window[0];
            var mean = window[0] + distance / period;
            var squares = 0.0;
            foreach (var value in window) squares += (value - mean) * (value - mean);
            deviation[i] = Math.Sqrt(squares / divisor);
        }
    }
}
