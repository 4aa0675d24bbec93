namespace Backtest.Strategies.Indicators;

/// <summary>Choppiness index: 100 x log10(sum of the true range / (highest high - lowest low)) / log10(period), of the last <c>period</c> bars; near
/// 100 where the market goes nowhere.</summary>
/// <remarks>Source: E. W. Dreiss, about 1993. Defined from bar <c>period</c> on; NaN where nothing has moved.</remarks>
/// <param name="period">Bars of the window; 2 or more.</param>
public sealed class ChoppinessIndex(int period)
{
    private readonly RollingExtremes _highest = RollingExtremes.Highest(period), _lowest = RollingExtremes.Lowest(period);
    private readonly SlidingSum _ranges = new(Period.AtLeast(2, period));
    private readonly TrueRange _range = new();
    private readonly double _scale = 100 / Math.Log10(period);

    /// <summary>Takes the next bar and gives the index with it; NaN while undefined.</summary>
    public double Update(double high, double low, double close)
    {
        var span = _highest.Update(high) - _lowest.Update(low);
        return _ranges.Add(_range.Update(high, low, close)) ? _scale * Math.Log10(_ranges.Value / span) : double.NaN;
    }

    /// <summary>Writes the index, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, int period, Span<double> index)
    {
        var running = new ChoppinessIndex(period);
        for (var i = 0; i < close.Length; i++) index[i] = running.Update(high[i], low[i], close[i]);
    }
}
