namespace Backtest.Strategies.Indicators;

/// <summary>Hull moving average (HMA): the weighted average, of sqrt(period) bars, of 2 x the weighted average of half the period less that of the
/// whole. Half and root are cut to whole numbers.</summary>
/// <remarks>Source: Alan Hull, How to reduce lag in a moving average, 2005; cut as TTR does. Defined from bar period + floor(sqrt(period)) - 2
/// on.</remarks>
/// <param name="period">Bars of the longest average; 2 or more.</param>
public sealed class HullMovingAverage(int period)
{
    private readonly WeightedMovingAverage _half = new(Period.AtLeast(2, period) / 2), _whole = new(period), _root = new((int)Math.Sqrt(period));

    /// <summary>Takes the next value and gives the average with it; NaN while undefined.</summary>
    public double Update(double value) => _root.Update(2 * _half.Update(value) - _whole.Update(value));

    /// <summary>Writes the average, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> average)
    {
        var running = new HullMovingAverage(period);
        for (var i = 0; i < values.Length; i++) average[i] = running.Update(values[i]);
    }
}
