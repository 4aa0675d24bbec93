namespace Backtest.Strategies.Indicators;

/// <summary>Coppock curve: the weighted average of the sum of two rates of change, in percent.</summary>
/// <remarks>Source: Edwin Coppock, Barron's, October 1962. Defined from bar max(slow, fast) + period - 1 on.</remarks>
/// <param name="slow">Bars of the first rate; 1 or more.</param>
/// <param name="fast">Bars of the second rate; 1 or more.</param>
/// <param name="period">Bars of the average; 1 or more.</param>
public sealed class CoppockCurve(int slow, int fast, int period)
{
    private readonly RateOfChange _slow = new(slow), _fast = new(fast);
    private readonly WeightedMovingAverage _average = new(period);

    /// <summary>Takes the next value and gives the curve with it; NaN while undefined.</summary>
    public double Update(double value) => _average.Update(100 * (_slow.Update(value) + _fast.Update(value)));

    /// <summary>Writes the curve, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int slow, int fast, int period, Span<double> curve)
    {
        var running = new CoppockCurve(slow, fast, period);
        for (var i = 0; i < values.Length; i++) curve[i] = running.Update(values[i]);
    }
}
