namespace Backtest.Strategies.Indicators;

/// <summary>Chaikin oscillator: the fast exponential average of the accumulation/distribution line less the slow one.</summary>
/// <remarks>Source: Marc Chaikin, about 1980. Defined from bar max(fast, slow) - 1 on. TA-Lib begins the averages with the first value, not with a
/// mean, and is equal to 1e-9 some 150 bars later.</remarks>
/// <param name="fast">Bars of the fast average; 1 or more.</param>
/// <param name="slow">Bars of the slow average; 1 or more.</param>
public sealed class ChaikinOscillator(int fast, int slow)
{
    private readonly AccumulationDistribution _line = new();
    private readonly ExponentialMovingAverage _fast = new(fast), _slow = new(slow);

    /// <summary>Takes the next bar and gives the oscillator with it; NaN while undefined.</summary>
    public double Update(double high, double low, double close, double volume)
    {
        var line = _line.Update(high, low, close, volume);
        return _fast.Update(line) - _slow.Update(line);
    }

    /// <summary>Writes the oscillator, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        ReadOnlySpan<double> volume,
        int fast,
        int slow,
        Span<double> oscillator)
    {
        var running = new ChaikinOscillator(fast, slow);
        for (var i = 0; i < volume.Length; i++) oscillator[i] = running.Update(high[i], low[i], close[i], volume[i]);
    }
}
