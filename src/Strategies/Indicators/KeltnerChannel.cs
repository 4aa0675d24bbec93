namespace Backtest.Strategies.Indicators;

/// <summary>Keltner channel: the exponential average of the typical price, (high + low + close) / 3, and <c>width</c> average true ranges above and
/// below it.</summary>
/// <remarks>Source: Chester Keltner, How to Make Money in Commodities, 1960, in Linda Bradford Raschke's form, as in TTR. The middle is defined from
/// bar period - 1 on, the outer lines from bar <c>period</c> on.</remarks>
/// <param name="period">Bars of both averages; 1 or more.</param>
/// <param name="width">Average true ranges between the middle and the outer lines.</param>
public sealed class KeltnerChannel(int period, double width)
{
    private readonly ExponentialMovingAverage _average = new(period);
    private readonly AverageTrueRange _range = new(period);

    /// <summary>Takes the next bar and gives the three lines with it; NaN while undefined.</summary>
    public (double Lower, double Middle, double Upper) Update(double high, double low, double close)
    {
        var middle = _average.Update(Columns.TypicalPrice(high, low, close));
        var half = width * _range.Update(high, low, close);
        return (middle - half, middle, middle + half);
    }

    /// <summary>Writes the three lines, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        int period,
        double width,
        Span<double> lower,
        Span<double> middle,
        Span<double> upper)
    {
        var running = new KeltnerChannel(period, width);
        for (var i = 0; i < close.Length; i++) (lower[i], middle[i], upper[i]) = running.Update(high[i], low[i], close[i]);
    }
}
