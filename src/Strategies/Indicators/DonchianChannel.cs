namespace Backtest.Strategies.Indicators;

/// <summary>Donchian channel: the highest high and the lowest low of the last <c>period</c> bars, the current one included, and their mean.</summary>
/// <remarks>Source: Richard Donchian's four-week rule, about 1960. Defined from bar period - 1 on.</remarks>
public static class DonchianChannel
{
    /// <summary>Writes the three lines, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high, ReadOnlySpan<double> low, int period, Span<double> lower, Span<double> middle, Span<double> upper)
    {
        RollingExtremes.WriteHighest(high, period, upper);
        RollingExtremes.WriteLowest(low, period, lower);
        for (var i = 0; i < middle.Length; i++) middle[i] = (lower[i] + upper[i]) / 2;
    }
}
