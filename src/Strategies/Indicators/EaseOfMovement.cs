namespace Backtest.Strategies.Indicators;

/// <summary>Ease of movement (EMV): the change of the middle price, (high + low) / 2, over the bar's box ratio: volume / 10,000 / (high - low); and
/// its simple average. 0 where nothing was traded.</summary>
/// <remarks>Source: Richard Arms, Volume Cycles in the Stock Market, 1983; volume in ten thousands as in TTR. The value is defined from bar 1 on,
/// its average from bar <c>period</c> on.</remarks>
/// <param name="period">Bars of the average; 1 or more.</param>
public sealed class EaseOfMovement(int period)
{
    private const double Unit = 10_000;
    private readonly SimpleMovingAverage _average = new(period);
    private double _before = double.NaN;

    /// <summary>Takes the next bar and gives the value and its average with it; NaN while undefined.</summary>
    public (double Movement, double Average) Update(double high, double low, double volume)
    {
        var middle = (high + low) / 2;
        var movement = volume == 0 ? 0 * _before : (middle - _before) * (high - low) / (volume / Unit);
        _before = middle;
        return (movement, _average.Update(movement));
    }

    /// <summary>Writes the value and its average, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> volume, int period, Span<double> movement, Span<double> average)
    {
        var running = new EaseOfMovement(period);
        for (var i = 0; i < volume.Length; i++) (movement[i], average[i]) = running.Update(high[i], low[i], volume[i]);
    }
}
