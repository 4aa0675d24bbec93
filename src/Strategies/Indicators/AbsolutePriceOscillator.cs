namespace Backtest.Strategies.Indicators;

/// <summary>Absolute price oscillator (APO): the fast simple average less the slow one, in units of price. With exponential averages it is the MACD
/// line.</summary>
/// <remarks>TA-Lib's APO with its default averages. Defined from bar max(fast, slow) - 1 on.</remarks>
/// <param name="fast">Bars of the fast average; 1 or more.</param>
/// <param name="slow">Bars of the slow average; 1 or more.</param>
public sealed class AbsolutePriceOscillator(int fast, int slow)
{
    private readonly SimpleMovingAverage _fast = new(fast), _slow = new(slow);

    /// <summary>Takes the next value and gives the oscillator with it; NaN while undefined.</summary>
    public double Update(double value) => _fast.Update(value) - _slow.Update(value);

    /// <summary>Writes the oscillator, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int fast, int slow, Span<double> oscillator)
    {
        var running = new AbsolutePriceOscillator(fast, slow);
        for (var i = 0; i < values.Length; i++) oscillator[i] = running.Update(values[i]);
    }
}
