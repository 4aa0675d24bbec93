namespace Backtest.Strategies.Indicators;

/// <summary>Williams %R: how far the close lies below the highest high of the last <c>period</c> bars, as a part of their range: 0 at the high, 1 at
/// the low.</summary>
/// <remarks>Source: Larry Williams, How I Made One Million Dollars Last Year Trading Commodities, 1973, who gives it from 0 to -100; the form is
/// TTR's. Defined from bar period - 1 on, and 0.5 where high and low are one.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
public sealed class WilliamsPercentRange(int period)
{
    private readonly RollingExtremes _highest = RollingExtremes.Highest(period), _lowest = RollingExtremes.Lowest(period);

    /// <summary>Takes the next bar and gives the range with it; NaN while undefined.</summary>
    public double Update(double high, double low, double close)
    {
        var (lowest, highest) = (_lowest.Update(low), _highest.Update(high));
        var span = highest - lowest;
        return span == 0 ? 0.5 : (highest - close) / span;
    }

    /// <summary>Writes the range, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, int period, Span<double> range)
    {
        var running = new WilliamsPercentRange(period);
        for (var i = 0; i < close.Length; i++) range[i] = running.Update(high[i], low[i], close[i]);
    }
}
