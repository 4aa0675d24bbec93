namespace Backtest.Strategies.Indicators;

/// <summary>Elastic volume-weighted moving average (EVWMA): each bar moves the average towards its value by its share of the volume of the last
/// <c>period</c> bars.</summary>
/// <remarks>Source: Christian Fries, Elastic Moving Averages, 2001. Defined from bar period - 1 on, begun there with the value itself, as in TTR.
/// Where nothing was traded in the window it stays.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
public sealed class ElasticVolumeWeightedMovingAverage(int period)
{
    private readonly SlidingSum _volume = new(period);
    private double _last = double.NaN;

    /// <summary>Takes the next value and volume and gives the average with it; NaN while undefined.</summary>
    public double Update(double value, double volume)
    {
        if (!_volume.Add(double.IsNaN(value) ? double.NaN : volume)) return double.NaN;
        var total = _volume.Value;
        if (double.IsNaN(_last)) return _last = value;
        return total == 0 ? _last : _last = ((total - volume) * _last + volume * value) / total;
    }

    /// <summary>Writes the average, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, ReadOnlySpan<double> volume, int period, Span<double> average)
    {
        var running = new ElasticVolumeWeightedMovingAverage(period);
        for (var i = 0; i < values.Length; i++) average[i] = running.Update(values[i], volume[i]);
    }
}
