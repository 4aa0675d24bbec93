namespace Backtest.Strategies.Indicators;

/// <summary>Chandelier exit: the highest high of the last <c>period</c> bars less <c>width</c> average true ranges, where a long trade leaves; the
/// lowest low plus as much, where a short one does.</summary>
/// <remarks>Source: Charles Le Beau, in Alexander Elder, Come into My Trading Room, 2002. Defined from bar <c>period</c> on.</remarks>
/// <param name="period">Bars of the extremes and of the average true range; 1 or more.</param>
/// <param name="width">Average true ranges between extreme and exit.</param>
public sealed class ChandelierExit(int period, double width)
{
    private readonly RollingExtremes _highest = RollingExtremes.Highest(period), _lowest = RollingExtremes.Lowest(period);
    private readonly AverageTrueRange _range = new(period);

    /// <summary>Takes the next bar and gives the exits of a long and of a short trade with it; NaN while undefined.</summary>
    public (double LongExit, double ShortExit) Update(double high, double low, double close)
    {
        var half = width * _range.Update(high, low, close);
        return (_highest.Update(high) - half, _lowest.Update(low) + half);
    }

    /// <summary>Writes the exits of a long and of a short trade, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        int period,
        double width,
        Span<double> longExit,
        Span<double> shortExit)
    {
        var running = new ChandelierExit(period, width);
        for (var i = 0; i < close.Length; i++) (longExit[i], shortExit[i]) = running.Update(high[i], low[i], close[i]);
    }
}
