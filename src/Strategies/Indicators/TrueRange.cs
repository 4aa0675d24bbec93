namespace Backtest.Strategies.Indicators;

/// <summary>True range: the larger of high and the close before, less the smaller of low and the close before.</summary>
/// <remarks>Source: J. Welles Wilder, New Concepts in Technical Trading Systems, 1978. Defined from bar 1 on.</remarks>
public sealed class TrueRange
{
    private double _close = double.NaN;

    /// <summary>Takes the next bar and gives its true range; NaN for the first.</summary>
    public double Update(double high, double low, double close)
    {
        var range = Of(high, low, _close);
        _close = close;
        return range;
    }

    /// <summary>Writes the true range of each bar; NaN for the first.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, Span<double> range)
    {
        if (range.Length > 0) range[0] = double.NaN;
        for (var i = 1; i < close.Length; i++) range[i] = Of(high[i], low[i], close[i - 1]);
    }

    /// <summary>Writes the average true range, as <see cref="AverageTrueRange.Write"/> does; NaN where undefined.</summary>
    public static void WriteAverage(
        ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, int period, Span<double> average) =>
        AverageTrueRange.Write(high, low, close, period, average);

    private static double Of(double high, double low, double before) => Math.Max(high, before) - Math.Min(low, before);
}
