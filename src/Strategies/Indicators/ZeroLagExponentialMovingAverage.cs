namespace Backtest.Strategies.Indicators;

/// <summary>Zero-lag exponential moving average (ZLEMA): an exponential average of 2 x value less the value (period + 1) / 2 bars before, which is
/// between two bars where the period is even.</summary>
/// <remarks>Source: John Ehlers and Ric Way, Zero Lag, 2010, with the lag and the beginning of TTR: the mean of the first <c>period</c> values.
/// Defined from bar period - 1 on.</remarks>
/// <param name="period">Bars of the average; 1 or more.</param>
public sealed class ZeroLagExponentialMovingAverage(int period)
{
    private readonly Window _window = new(period / 2 + 2);
    private readonly double _ratio = 2.0 / (Period.AtLeast(1, period) + 1);
    private double _last;
    private int _count;

    /// <summary>Takes the next value and gives the average with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        var window = _window.Add(value);
        if (_count == period)
        {
            var before = period % 2 == 1 ? window[0] : (window[0] + window[1]) / 2;
            return _last += _ratio * (2 * value - before - _last);
        }

        if (_count == 0 && double.IsNaN(value)) return double.NaN;
        _last += value;
        return ++_count == period ? _last /= period : double.NaN;
    }

    /// <summary>Writes the average, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> average)
    {
        var running = new ZeroLagExponentialMovingAverage(period);
        for (var i = 0; i < values.Length; i++) average[i] = running.Update(values[i]);
    }
}
