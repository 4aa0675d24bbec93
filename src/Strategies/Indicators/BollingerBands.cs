namespace Backtest.Strategies.Indicators;

/// <summary>Bollinger bands: the simple average of the close, and <c>width</c> population deviations above and below it.</summary>
/// <remarks>Source: John Bollinger, Bollinger on Bollinger Bands, 2001. Defined from bar period - 1 on.</remarks>
public static class BollingerBands
{
    /// <summary>Writes the three bands, of the length of <paramref name="close"/>; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> close, int period, double width, Span<double> lower, Span<double> middle, Span<double> upper)
    {
        SimpleMovingAverage.Write(close, period, middle);
        RollingDeviation.WritePopulation(close, period, lower);
        for (var i = 0; i < close.Length; i++)
        {
            var half = width * lower[i];
            (lower[i], upper[i]) = (middle[i] - half, middle[i] + half);
        }
    }
}
