namespace Backtest.Strategies.Indicators;

/// <summary>True strength index (TSI): 100 x the change of the value, averaged exponentially over <c>slow</c> and again over <c>fast</c> bars, over
/// the size of the change, averaged likewise; and its own exponential average, the signal.</summary>
/// <remarks>Source: William Blau, Momentum, Direction and Divergence, 1995. The line is defined from bar slow + fast - 1 on, the signal from slow +
/// fast + signal - 2 on; NaN while nothing has moved.</remarks>
/// <param name="slow">Bars of the first average; 1 or more.</param>
/// <param name="fast">Bars of the second average; 1 or more.</param>
/// <param name="signalPeriod">Bars of the signal; 1 or more.</param>
public sealed class TrueStrengthIndex(int slow, int fast, int signalPeriod)
{
    private readonly ExponentialMovingAverage _slow = new(slow), _fast = new(fast), _slowSize = new(slow), _fastSize = new(fast);
    private readonly ExponentialMovingAverage _signal = new(signalPeriod);
    private double _before = double.NaN;

    /// <summary>Takes the next value and gives line and signal, -100 to 100 with it; NaN while undefined.</summary>
    public (double Line, double Signal) Update(double value)
    {
        var change = value - _before;
        _before = value;
        var line = 100 * _fast.Update(_slow.Update(change)) / _fastSize.Update(_slowSize.Update(Math.Abs(change)));
        return (line, _signal.Update(line));
    }

    /// <summary>Writes line and signal, -100 to 100, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int slow, int fast, int signalPeriod, Span<double> line, Span<double> signal)
    {
        var running = new TrueStrengthIndex(slow, fast, signalPeriod);
        for (var i = 0; i < values.Length; i++) (line[i], signal[i]) = running.Update(values[i]);
    }
}
