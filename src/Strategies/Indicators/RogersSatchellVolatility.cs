namespace Backtest.Strategies.Indicators;

/// <summary>Rogers-Satchell volatility: from ln(high / close) ln(high / open) + ln(low / close) ln(low / open) of the last <c>period</c> bars, by
/// the year. It allows for a drift, not for gaps.</summary>
/// <remarks>Source: L. C. G. Rogers and S. E. Satchell, Estimating Variance from High, Low and Closing Prices, Annals of Applied Probability 1,
/// 1991. Defined from bar period - 1 on.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
/// <param name="periodsPerYear">Bars of a year; 1 for the volatility of one bar.</param>
public sealed class RogersSatchellVolatility(int period, double periodsPerYear)
{
    private readonly SlidingSum _variances = new(period);
    private readonly double _scale = periodsPerYear / period;

    /// <summary>Takes the next bar and gives the volatility, a fraction with it; NaN while undefined.</summary>
    public double Update(double open, double high, double low, double close) =>
        _variances.Add(Variance(open, high, low, close)) ? Math.Sqrt(_scale * _variances.Value) : double.NaN;

    /// <summary>Writes the volatility, a fraction, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> open,
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        int period,
        double periodsPerYear,
        Span<double> volatility)
    {
        var running = new RogersSatchellVolatility(period, periodsPerYear);
        for (var i = 0; i < close.Length; i++) volatility[i] = running.Update(open[i], high[i], low[i], close[i]);
    }

    /// <summary>The part of one bar.</summary>
    internal static double Variance(double open, double high, double low, double close) =>
        Math.Log(high / close) * Math.Log(high / open) + Math.Log(low / close) * Math.Log(low / open);
}
