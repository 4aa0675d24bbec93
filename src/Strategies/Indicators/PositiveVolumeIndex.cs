namespace Backtest.Strategies.Indicators;

/// <summary>Positive volume index (PVI): an index, begun with 1000, that moves with the close on the bars whose volume is larger than that of the
/// bar before.</summary>
/// <remarks>Source: Paul Dysart, 1936, in Norman Fosback's form, Stock Market Logic, 1976. Defined from the first bar on.</remarks>
public sealed class PositiveVolumeIndex
{
    private double _index = 1000, _close = double.NaN, _volume = double.NaN;

    /// <summary>Takes the next bar and gives the index with it.</summary>
    public double Update(double close, double volume)
    {
        if (volume > _volume) _index += _index * (close - _close) / _close;
        (_close, _volume) = (close, volume);
        return _index;
    }

    /// <summary>Writes the index, of the length of the prices.</summary>
    public static void Write(ReadOnlySpan<double> close, ReadOnlySpan<double> volume, Span<double> index)
    {
        var running = new PositiveVolumeIndex();
        for (var i = 0; i < volume.Length; i++) index[i] = running.Update(close[i], volume[i]);
    }
}
