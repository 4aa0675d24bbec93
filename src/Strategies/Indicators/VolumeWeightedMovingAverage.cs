namespace Backtest.Strategies.Indicators;

/// <summary>Volume-weighted moving average (VWMA): the sum of value x volume over the sum of the volume, of the last <c>period</c> bars. Of the
/// close it is what TTR calls VWAP.</summary>
/// <remarks>Defined from bar period - 1 on; NaN where nothing was traded in the window.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
public sealed class VolumeWeightedMovingAverage(int period)
{
    private readonly SlidingSum _turnover = new(period), _volume = new(period);

    /// <summary>Takes the next value and volume and gives the average with it; NaN while undefined.</summary>
    public double Update(double value, double volume)
    {
        var isFull = _turnover.Add(value * volume);
        isFull &= _volume.Add(double.IsNaN(value) ? double.NaN : volume);
        return isFull ? _turnover.Value / _volume.Value : double.NaN;
    }

    /// <summary>Writes the average, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, ReadOnlySpan<double> volume, int period, Span<double> average)
    {
        var running = new VolumeWeightedMovingAverage(period);
        for (var i = 0; i < values.Length; i++) average[i] = running.Update(values[i], volume[i]);
    }
}
