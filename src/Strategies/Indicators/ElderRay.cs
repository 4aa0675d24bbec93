namespace Backtest.Strategies.Indicators;

/// <summary>Elder ray: the high (bull power) and the low (bear power) less the exponential average of the close.</summary>
/// <remarks>Source: Alexander Elder, Trading for a Living, 1993. Defined from bar period - 1 on.</remarks>
/// <param name="period">Bars of the average; 1 or more.</param>
public sealed class ElderRay(int period)
{
    private readonly ExponentialMovingAverage _average = new(period);

    /// <summary>Takes the next bar and gives bull and bear power with it; NaN while undefined.</summary>
    public (double Bull, double Bear) Update(double high, double low, double close)
    {
        var average = _average.Update(close);
        return (high - average, low - average);
    }

    /// <summary>Writes bull and bear power, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, int period, Span<double> bull, Span<double> bear)
    {
        var running = new ElderRay(period);
        for (var i = 0; i < close.Length; i++) (bull[i], bear[i]) = running.Update(high[i], low[i], close[i]);
    }
}
