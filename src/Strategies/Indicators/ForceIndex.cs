namespace Backtest.Strategies.Indicators;

/// <summary>Force index: the exponential average of the change of the close x volume.</summary>
/// <remarks>Source: Alexander Elder, Trading for a Living, 1993. Defined from bar <c>period</c> on.</remarks>
/// <param name="period">Bars of the average; 1 or more.</param>
public sealed class ForceIndex(int period)
{
    private readonly ExponentialMovingAverage _average = new(period);
    private double _before = double.NaN;

    /// <summary>Takes the next bar and gives the index with it; NaN while undefined.</summary>
    public double Update(double close, double volume)
    {
        var force = (close - _before) * volume;
        _before = close;
        return _average.Update(force);
    }

    /// <summary>Writes the index, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> close, ReadOnlySpan<double> volume, int period, Span<double> index)
    {
        var running = new ForceIndex(period);
        for (var i = 0; i < volume.Length; i++) index[i] = running.Update(close[i], volume[i]);
    }
}
