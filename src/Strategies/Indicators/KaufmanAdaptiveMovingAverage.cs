namespace Backtest.Strategies.Indicators;

/// <summary>Kaufman's adaptive moving average (KAMA): an exponential average whose ratio is the square of a number between 2 / (slow + 1) and 2 /
/// (fast + 1), by the efficiency of the last <c>period</c> bars: the net move over the sum of the moves.</summary>
/// <remarks>Source: Perry Kaufman, Smarter Trading, 1995. Defined from bar <c>period</c> on, begun with the value before it, as in TA-Lib. The
/// efficiency is 1 where nothing has moved.</remarks>
/// <param name="period">Bars of the efficiency; 1 or more.</param>
/// <param name="fast">Bars of the fastest average; 1 or more.</param>
/// <param name="slow">Bars of the slowest average; 1 or more.</param>
public sealed class KaufmanAdaptiveMovingAverage(int period, int fast, int slow)
{
    private readonly double _fast = 2.0 / (Period.AtLeast(1, fast) + 1), _slow = 2.0 / (Period.AtLeast(1, slow) + 1);
    private readonly Lag _lag = new(period);
    private readonly SlidingSum _moves = new(period);
    private double _before = double.NaN, _last;

    /// <summary>Takes the next value and gives the average with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        var move = Math.Abs(value - _lag.Exchange(value));
        var isFull = _moves.Add(Math.Abs(value - _before));
        if (!isFull) _last = value;
        _before = value;
        if (!isFull) return double.NaN;
        var efficiency = move < _moves.Value ? move / _moves.Value : 1;
        var root = efficiency * (_fast - _slow) + _slow;
        return _last += root * root * (value - _last);
    }

    /// <summary>Writes the average, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, int fast, int slow, Span<double> average)
    {
        var running = new KaufmanAdaptiveMovingAverage(period, fast, slow);
        for (var i = 0; i < values.Length; i++) average[i] = running.Update(values[i]);
    }
}
