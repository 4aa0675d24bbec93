namespace Backtest.Strategies.Indicators;

/// <summary>Aroon: how long ago the highest high and the lowest low of the last <c>period</c> + 1 bars were: 100 x (period - bars since) / period,
/// up and down; and their difference, the oscillator. Of equal highs or lows the nearest counts.</summary>
/// <remarks>Source: Tushar Chande, Technical Analysis of Stocks and Commodities, September 1995. Defined from bar <c>period</c> on.</remarks>
/// <param name="period">Bars looked back; 1 or more.</param>
public sealed class Aroon(int period)
{
    private readonly RollingExtremes _highest = RollingExtremes.Highest(Period.AtLeast(1, period) + 1);
    private readonly RollingExtremes _lowest = RollingExtremes.Lowest(period + 1);

    /// <summary>Takes the next bar and gives up and down, 0 to 100, and the oscillator with it; NaN while undefined.</summary>
    public (double Up, double Down, double Oscillator) Update(double high, double low)
    {
        var isDefined = !double.IsNaN(_highest.Update(high)) & !double.IsNaN(_lowest.Update(low));
        if (!isDefined) return (double.NaN, double.NaN, double.NaN);
        var (up, down) = (100.0 * (period - _highest.Age) / period, 100.0 * (period - _lowest.Age) / period);
        return (up, down, up - down);
    }

    /// <summary>Writes up and down, 0 to 100, and the oscillator, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high, ReadOnlySpan<double> low, int period, Span<double> up, Span<double> down, Span<double> oscillator)
    {
        var running = new Aroon(period);
        for (var i = 0; i < low.Length; i++) (up[i], down[i], oscillator[i]) = running.Update(high[i], low[i]);
    }
}
