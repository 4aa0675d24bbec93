namespace Backtest.Strategies.Indicators;

/// <summary>Standard deviation of the last <c>period</c> values.</summary>
/// <remarks>Defined from bar period - 1 on. Two passes over each window, the mean as a distance from its first value: no cancellation, whatever the
/// level of the prices, and equal values do not deviate by a rounding.</remarks>
public sealed class RollingDeviation
{
    private readonly Window _window;
    private readonly int _divisor;

    private RollingDeviation(int period, int divisor) => (_window, _divisor) = (new Window(period), divisor);

    /// <summary>The sample deviation, divisor period - 1; the period is 2 or more.</summary>
    public static RollingDeviation Sample(int period) => new(Period.AtLeast(2, period), period - 1);

    /// <summary>The population deviation, divisor period.</summary>
    public static RollingDeviation Population(int period) => new(period, period);

    /// <summary>Takes the next value and gives the deviation with it; NaN while undefined.</summary>
    public double Update(double value) => Of(_window.Add(value), _divisor);

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
        for (var i = period - 1; i < values.Length; i++) deviation[i] = Of(values.Slice(i - period + 1, period), divisor);
    }

    private static double Of(ReadOnlySpan<double> window, int divisor)
    {
        var distance = 0.0;
        foreach (var value in window) distance += value - window[0];
        var mean = window[0] + distance / window.Length;
        var squares = 0.0;
        foreach (var value in window) squares += (value - mean) * (value - mean);
        return Math.Sqrt(squares / divisor);
    }
}
