namespace Backtest.Strategies.Indicators;

/// <summary>Vertical horizontal filter (VHF): highest less lowest of the last <c>period</c> values over the sum of the sizes of the last
/// <c>period</c> changes; near 1 in a trend.</summary>
/// <remarks>Source: Adam White, Futures, August 1991. Defined from bar <c>period</c> on; NaN where nothing has moved.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
public sealed class VerticalHorizontalFilter(int period)
{
    private readonly RollingExtremes _highest = RollingExtremes.Highest(period), _lowest = RollingExtremes.Lowest(period);
    private readonly SlidingSum _moves = new(period);
    private double _before = double.NaN;

    /// <summary>Takes the next value and gives the filter with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        var span = _highest.Update(value) - _lowest.Update(value);
        var isFull = _moves.Add(Math.Abs(value - _before));
        _before = value;
        return isFull ? span / _moves.Value : double.NaN;
    }

    /// <summary>Writes the filter, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> filter)
    {
        var running = new VerticalHorizontalFilter(period);
        for (var i = 0; i < values.Length; i++) filter[i] = running.Update(values[i]);
    }
}
