namespace Backtest.Strategies.Indicators;

/// <summary>Stochastic oscillator: where the close lies between the lowest low and the highest high of the last <c>period</c> bars, 0 to 1 (%K);
/// its simple average (%D), and the average of that (slow %D).</summary>
/// <remarks>Source: George Lane, about 1957. %K is defined from bar period - 1 on, and 0.5 where high and low are one.</remarks>
/// <param name="period">Bars of the range; 1 or more.</param>
/// <param name="smoothing">Bars of the averages; 1 or more.</param>
public sealed class StochasticOscillator(int period, int smoothing)
{
    private readonly RollingExtremes _highest = RollingExtremes.Highest(period), _lowest = RollingExtremes.Lowest(period);
    private readonly SimpleMovingAverage _average = new(smoothing), _slowAverage = new(smoothing);

    /// <summary>Takes the next bar and gives %K, %D and slow %D with it; NaN while undefined.</summary>
    public (double FastK, double FastD, double SlowD) Update(double high, double low, double close)
    {
        var fastK = Position(close, _lowest.Update(low), _highest.Update(high));
        var fastD = _average.Update(fastK);
        return (fastK, fastD, _slowAverage.Update(fastD));
    }

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
        for (var i = 0; i < close.Length; i++) fastK[i] = Position(close[i], slowD[i], fastD[i]);
        SimpleMovingAverage.Write(fastK, smoothing, fastD);
        SimpleMovingAverage.Write(fastD, smoothing, slowD);
    }

    /// <summary>Where a value lies in a range, 0 to 1; 0.5 where the range is one point.</summary>
    internal static double Position(double value, double lowest, double highest)
    {
        var span = highest - lowest;
        return span == 0 ? 0.5 : (value - lowest) / span;
    }
}
