namespace Backtest.Strategies.Indicators;

/// <summary>Stochastic oscillator: where the close lies between the lowest low and the highest high of the last <c>period</c> bars, 0 to 1 (%K);
/// its simple average (%D), and the average of that (slow %D).</summary>
/// <remarks>Source: George Lane, about 1957. %K is defined from bar period - 1 on, and 0.5 where high and low are one.</remarks>
public static class StochasticOscillator
{
    /// <summary>Writes %K, %D and slow %D, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        int period,
        int smoothing,
        Span<double> fastK,
        Span<double> fastD,
        Span<double> slowD)
    {
        RollingExtremes.WriteHighest(high, period, fastD);
        RollingExtremes.WriteLowest(low, period, slowD);
        for (var i = 0; i < close.Length; i++)
        {
            var span = fastD[i] - slowD[i];
            fastK[i] = span == 0 ? 0.5 : (close[i] - slowD[i]) / span;
        }

        SimpleMovingAverage.Write(fastK, smoothing, fastD);
        SimpleMovingAverage.Write(fastD, smoothing, slowD);
    }
}
