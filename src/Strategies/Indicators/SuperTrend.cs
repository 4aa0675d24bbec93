namespace Backtest.Strategies.Indicators;

/// <summary>SuperTrend: a band <c>width</c> average true ranges below the middle price, (high + low) / 2, that only rises while closes stay above
/// it, or one above that only falls; a close beyond the band turns the trend. The line is the band in force, the direction 1 in a rise and -1 in a
/// fall.</summary>
/// <remarks>Source: Olivier Seban, about 2007. Defined from bar <c>period</c> on, where it begins falling.</remarks>
/// <param name="period">Bars of the average true range; 1 or more.</param>
/// <param name="width">Average true ranges between middle price and band.</param>
public sealed class SuperTrend(int period, double width)
{
    private readonly AverageTrueRange _range = new(period);
    private double _lower = double.NaN, _upper = double.NaN, _close;
    private bool _rising;

    /// <summary>Takes the next bar and gives line and direction with it; NaN while undefined.</summary>
    public (double Line, double Direction) Update(double high, double low, double close)
    {
        var half = width * _range.Update(high, low, close);
        if (double.IsNaN(half)) return (double.NaN, double.NaN);
        var middle = (high + low) / 2;
        var (lower, upper) = (middle - half, middle + half);
        if (!double.IsNaN(_lower))
        {
            if (_close >= _lower) lower = Math.Max(lower, _lower);
            if (_close <= _upper) upper = Math.Min(upper, _upper);
            _rising = _rising ? close >= lower : close > upper;
        }

        (_lower, _upper, _close) = (lower, upper, close);
        return _rising ? (lower, 1) : (upper, -1);
    }

    /// <summary>Writes line and direction, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        int period,
        double width,
        Span<double> line,
        Span<double> direction)
    {
        var running = new SuperTrend(period, width);
        for (var i = 0; i < close.Length; i++) (line[i], direction[i]) = running.Update(high[i], low[i], close[i]);
    }
}
