namespace Backtest.Strategies.Indicators;

/// <summary>Vortex indicator: the sums over the last <c>period</c> bars of |high - low before| (plus) and of |low - high before| (minus), over the
/// sum of the true range.</summary>
/// <remarks>Source: Etienne Botes and Douglas Siepman, Technical Analysis of Stocks and Commodities, January 2010. Defined from bar <c>period</c>
/// on; NaN where nothing has moved.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
public sealed class VortexIndicator(int period)
{
    private readonly SlidingSum _plus = new(period), _minus = new(period), _ranges = new(period);
    private readonly TrueRange _range = new();
    private double _high = double.NaN, _low = double.NaN;

    /// <summary>Takes the next bar and gives plus and minus with it; NaN while undefined.</summary>
    public (double Plus, double Minus) Update(double high, double low, double close)
    {
        var isFull = _ranges.Add(_range.Update(high, low, close));
        isFull &= _plus.Add(Math.Abs(high - _low)) & _minus.Add(Math.Abs(low - _high));
        (_high, _low) = (high, low);
        return isFull ? (_plus.Value / _ranges.Value, _minus.Value / _ranges.Value) : (double.NaN, double.NaN);
    }

    /// <summary>Writes plus and minus, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, int period, Span<double> plus, Span<double> minus)
    {
        var running = new VortexIndicator(period);
        for (var i = 0; i < close.Length; i++) (plus[i], minus[i]) = running.Update(high[i], low[i], close[i]);
    }
}
