namespace Backtest.Strategies.Indicators;

/// <summary>Donchian channel: the highest high and the lowest low of the last <c>period</c> bars, the current one included, and their mean.</summary>
/// <remarks>Source: Richard Donchian's four-week rule, about 1960. Defined from bar period - 1 on.</remarks>
/// <param name="period">Bars of the channel; 1 or more.</param>
public sealed class DonchianChannel(int period)
{
    private readonly RollingExtremes _highest = RollingExtremes.Highest(period), _lowest = RollingExtremes.Lowest(period);

    /// <summary>Takes the next bar and gives the three lines with it; NaN while undefined.</summary>
    public (double Lower, double Middle, double Upper) Update(double high, double low)
    {
        var (lower, upper) = (_lowest.Update(low), _highest.Update(high));
        return (lower, (lower + upper) / 2, upper);
    }

    /// <summary>Writes the three lines, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high, ReadOnlySpan<double> low, int period, Span<double> lower, Span<double> middle, Span<double> upper)
    {
        RollingExtremes.WriteHighest(high, period, upper);
        RollingExtremes.WriteLowest(low, period, lower);
        for (var i = 0; i < middle.Length; i++) middle[i] = (lower[i] + upper[i]) / 2;
    }
}
