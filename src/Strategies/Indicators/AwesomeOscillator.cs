namespace Backtest.Strategies.Indicators;

/// <summary>Awesome oscillator: the fast simple average of the middle price, (high + low) / 2, less the slow one.</summary>
/// <remarks>Source: Bill Williams, New Trading Dimensions, 1998. Defined from bar max(fast, slow) - 1 on.</remarks>
/// <param name="fast">Bars of the fast average; 1 or more.</param>
/// <param name="slow">Bars of the slow average; 1 or more.</param>
public sealed class AwesomeOscillator(int fast, int slow)
{
    private readonly SimpleMovingAverage _fast = new(fast), _slow = new(slow);

    /// <summary>Takes the next bar and gives the oscillator with it; NaN while undefined.</summary>
    public double Update(double high, double low)
    {
        var middle = (high + low) / 2;
        return _fast.Update(middle) - _slow.Update(middle);
    }

    /// <summary>Writes the oscillator, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, int fast, int slow, Span<double> oscillator)
    {
        var running = new AwesomeOscillator(fast, slow);
        for (var i = 0; i < low.Length; i++) oscillator[i] = running.Update(high[i], low[i]);
    }
}
