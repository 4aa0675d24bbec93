namespace Backtest.Strategies.Indicators;

/// <summary>Moving average envelope: the simple average, and lines a fraction of it below and above.</summary>
/// <remarks>Defined from bar period - 1 on.</remarks>
/// <param name="period">Bars of the average; 1 or more.</param>
/// <param name="width">Distance of the outer lines, a fraction of the average.</param>
public sealed class MovingAverageEnvelope(int period, double width)
{
    private readonly SimpleMovingAverage _average = new(period);

    /// <summary>Takes the next value and gives the three lines with it; NaN while undefined.</summary>
    public (double Lower, double Middle, double Upper) Update(double value)
    {
        var middle = _average.Update(value);
        return (middle - width * middle, middle, middle + width * middle);
    }

    /// <summary>Writes the three lines, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, double width, Span<double> lower, Span<double> middle, Span<double> upper)
    {
        var running = new MovingAverageEnvelope(period, width);
        for (var i = 0; i < values.Length; i++) (lower[i], middle[i], upper[i]) = running.Update(values[i]);
    }
}
