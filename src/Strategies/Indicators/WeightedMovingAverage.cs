namespace Backtest.Strategies.Indicators;

/// <summary>Weighted moving average: weights 1, 2, ..., period, the newest value having the largest.</summary>
/// <remarks>Defined from bar period - 1 on. Summed anew for each bar: exact, and fast enough for the periods in use.</remarks>
public static class WeightedMovingAverage
{
    /// <summary>Writes the average of <paramref name="values"/> into <paramref name="average"/>, of the same length; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> average)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        average.Fill(double.NaN);
        var weights = period * (period + 1.0) / 2;
        for (var i = period - 1; i < values.Length; i++)
        {
            var sum = 0.0;
            for (var weight = 1; weight <= period; weight++) sum += weight * values[i - period + weight];
            average[i] = sum / weights;
        }
    }
}
