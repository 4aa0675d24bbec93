namespace Backtest.Strategies.Indicators;

/// <summary>Heikin-ashi bars: the close is the mean of the bar's four prices, the open the middle of the body before, high and low take both
/// in.</summary>
/// <remarks>Source: Dan Valcu, Using the Heikin-Ashi Technique, Technical Analysis of Stocks and Commodities, February 2004. Defined from the first
/// bar on, whose open is (open + close) / 2. These are not prices that anyone could trade at.</remarks>
public sealed class HeikinAshi
{
    private double _open = double.NaN, _close;

    /// <summary>Takes the next bar and gives open, high, low and close of the averaged bar with it.</summary>
    public (double AverageOpen, double AverageHigh, double AverageLow, double AverageClose) Update(double open, double high, double low, double close)
    {
        var averageClose = (open + high + low + close) / 4;
        var averageOpen = double.IsNaN(_open) ? (open + close) / 2 : (_open + _close) / 2;
        (_open, _close) = (averageOpen, averageClose);
        return (averageOpen, Math.Max(high, Math.Max(averageOpen, averageClose)), Math.Min(low, Math.Min(averageOpen, averageClose)), averageClose);
    }

    /// <summary>Writes open, high, low and close of the averaged bar, of the length of the prices.</summary>
    public static void Write(
        ReadOnlySpan<double> open,
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        Span<double> averageOpen,
        Span<double> averageHigh,
        Span<double> averageLow,
        Span<double> averageClose)
    {
        var running = new HeikinAshi();
        for (var i = 0; i < close.Length; i++)
            (averageOpen[i], averageHigh[i], averageLow[i], averageClose[i]) = running.Update(open[i], high[i], low[i], close[i]);
    }
}
