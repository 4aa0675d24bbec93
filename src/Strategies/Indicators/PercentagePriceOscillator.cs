namespace Backtest.Strategies.Indicators;

/// <summary>Percentage price oscillator (PPO): 100 x (fast exponential average / slow one - 1), and its own exponential average, the signal. Of the
/// volume it is the percentage volume oscillator (PVO).</summary>
/// <remarks>Source: Gerald Appel's MACD in percent, as TTR's MACD is by default. The line is defined from bar slow - 1 on, the signal from slow +
/// signal - 2 on.</remarks>
/// <param name="fast">Bars of the fast average; 1 or more.</param>
/// <param name="slow">Bars of the slow average; 1 or more.</param>
/// <param name="signalPeriod">Bars of the signal; 1 or more.</param>
public sealed class PercentagePriceOscillator(int fast, int slow, int signalPeriod)
{
    private readonly ExponentialMovingAverage _fast = new(fast), _slow = new(slow), _signal = new(signalPeriod);

    /// <summary>Takes the next value and gives line and signal, in percent with it; NaN while undefined.</summary>
    public (double Line, double Signal) Update(double value)
    {
        var (quick, steady) = (_fast.Update(value), _slow.Update(value));
        var line = 100 * (quick / steady - 1);
        return (line, _signal.Update(line));
    }

    /// <summary>Writes line and signal, in percent, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int fast, int slow, int signalPeriod, Span<double> line, Span<double> signal)
    {
        var running = new PercentagePriceOscillator(fast, slow, signalPeriod);
        for (var i = 0; i < values.Length; i++) (line[i], signal[i]) = running.Update(values[i]);
    }
}
