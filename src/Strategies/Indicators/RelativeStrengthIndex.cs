namespace Backtest.Strategies.Indicators;

/// <summary>Relative strength index: 100 x up / (up + down), of Wilder's averages of the rises and falls of the close.</summary>
/// <remarks>Source: J. Welles Wilder, New Concepts in Technical Trading Systems, 1978. Defined from bar <c>period</c> on, begun with plain
/// means as TTR does; NaN while the price has not moved at all.</remarks>
/// <param name="period">Bars of the averages; 1 or more.</param>
public sealed class RelativeStrengthIndex(int period)
{
    private readonly ExponentialMovingAverage _rises = ExponentialMovingAverage.Wilder(period);
    private readonly ExponentialMovingAverage _falls = ExponentialMovingAverage.Wilder(period);
    private double _close = double.NaN;

    /// <summary>Takes the next close and gives the index with it, 0 to 100; NaN while undefined.</summary>
    public double Update(double close)
    {
        var (up, down) = (_rises.Update(Math.Max(0, close - _close)), _falls.Update(Math.Max(0, _close - close)));
        _close = close;
        return Of(up, down);
    }

    /// <summary>Writes the index, 0 to 100, into <paramref name="index"/>, of the same length; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> close, int period, Span<double> index)
    {
        double[] rises = new double[close.Length], falls = new double[close.Length];
        if (close.Length > 0) rises[0] = falls[0] = double.NaN;
        for (var i = 1; i < close.Length; i++)
        {
            rises[i] = Math.Max(0, close[i] - close[i - 1]);
            falls[i] = Math.Max(0, close[i - 1] - close[i]);
        }

        var down = new double[close.Length];
        ExponentialMovingAverage.WriteWilder(rises, period, index);
        ExponentialMovingAverage.WriteWilder(falls, period, down);
        for (var i = 0; i < close.Length; i++) index[i] = Of(index[i], down[i]);
    }

    private static double Of(double up, double down) => 100 * up / (up + down);
}
