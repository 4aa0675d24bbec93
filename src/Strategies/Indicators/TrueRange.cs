namespace Backtest.Strategies.Indicators;

/// <summary>True range: the larger of high and the close before, less the smaller of low and the close before; and its average by Wilder.</summary>
/// <remarks>Source: J. Welles Wilder, New Concepts in Technical Trading Systems, 1978. The range is defined from bar 1 on, its average (ATR) from
/// bar <c>period</c> on.</remarks>
public static class TrueRange
{
    /// <summary>Writes the true range of each bar; NaN for the first.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, Span<double> range)
    {
        if (range.Length > 0) range[0] = double.NaN;
        for (var i = 1; i < close.Length; i++) range[i] = Math.Max(high[i], close[i - 1]) - Math.Min(low[i], close[i - 1]);
    }

    /// <summary>Writes the average true range (ATR); NaN where undefined.</summary>
    public static void WriteAverage(
        ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, int period, Span<double> average)
    {
        var range = new double[close.Length];
        Write(high, low, close, range);
        ExponentialMovingAverage.WriteWilder(range, period, average);
    }
}
