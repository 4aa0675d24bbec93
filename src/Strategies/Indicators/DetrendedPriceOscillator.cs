namespace Backtest.Strategies.Indicators;

/// <summary>Detrended price oscillator (DPO): the value period / 2 + 1 bars ago less the simple average of the last <c>period</c> bars, both known
/// at the current bar.</summary>
/// <remarks>TTR and others draw it period / 2 + 1 bars further left, over the bar whose value is used, where it would look ahead. Defined from bar
/// max(period, period / 2 + 2) - 1 on.</remarks>
/// <param name="period">Bars of the average; 1 or more.</param>
public sealed class DetrendedPriceOscillator(int period)
{
    private readonly SimpleMovingAverage _average = new(period);
    private readonly Lag _lag = new(period / 2 + 1);

    /// <summary>Takes the next value and gives the oscillator with it; NaN while undefined.</summary>
    public double Update(double value) => _lag.Exchange(value) - _average.Update(value);

    /// <summary>Writes the oscillator, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> oscillator)
    {
        var running = new DetrendedPriceOscillator(period);
        for (var i = 0; i < values.Length; i++) oscillator[i] = running.Update(values[i]);
    }
}
