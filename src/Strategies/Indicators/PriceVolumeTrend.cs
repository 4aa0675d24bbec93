namespace Backtest.Strategies.Indicators;

/// <summary>Price and volume trend (PVT): the running sum of the rate of change of the close x volume; begun with 0.</summary>
/// <remarks>Defined from the first bar on.</remarks>
public sealed class PriceVolumeTrend
{
    private double _sum, _before = double.NaN;

    /// <summary>Takes the next bar and gives the trend with it.</summary>
    public double Update(double close, double volume)
    {
        if (!double.IsNaN(_before)) _sum += (close - _before) / _before * volume;
        _before = close;
        return _sum;
    }

    /// <summary>Writes the trend, of the length of the prices.</summary>
    public static void Write(ReadOnlySpan<double> close, ReadOnlySpan<double> volume, Span<double> trend)
    {
        var running = new PriceVolumeTrend();
        for (var i = 0; i < volume.Length; i++) trend[i] = running.Update(close[i], volume[i]);
    }
}
