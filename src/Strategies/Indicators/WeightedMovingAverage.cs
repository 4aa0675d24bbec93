namespace Backtest.Strategies.Indicators;

/// <summary>Weighted moving average: weights 1, 2, ..., period, the newest value having the largest.</summary>
/// <remarks>Defined from bar period - 1 on. Summed anew for each bar: exact, and fast enough for the periods in use.</remarks>
/// <param name="period">Values in the window; 1 or more.</param>
public sealed class WeightedMovingAverage(int period)
{
    private readonly Window _window = new(period);

    /// <summary>Takes the next value and gives the average with it; NaN while undefined.</summary>
    public double Update(double value) => Of(_window.Add(value));

    /// <summary>Writes the average of <paramref name="values"/> into <paramref name="average"/>, of the same length; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> average)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        average.Fill(double.NaN);
        for (var i = period - 1; i < values.Length; i++) average[i] = Of(values.Slice(i - period + 1, period));
    }

    private static double Of(ReadOnlySpan<double> window)
    {
        var sum = 0.0;
        for (var i = 0; i < window.Length; i++) sum += (i + 1) * window[i];
        return sum / (window.Length * (window.Length + 1.0) / 2);
    }
}
