namespace Backtest.Strategies.Indicators;

/// <summary>Garman-Klass volatility: from 0.5 ln(high / low)^2 - (2 ln 2 - 1) ln(close / open)^2 of the last <c>period</c> bars, by the year. It
/// takes the price to be a walk without drift or gaps.</summary>
/// <remarks>Source: Mark Garman and Michael Klass, On the Estimation of Security Price Volatilities from Historical Data, Journal of Business 53,
/// 1980. Defined from bar period - 1 on.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
/// <param name="periodsPerYear">Bars of a year; 1 for the volatility of one bar.</param>
public sealed class GarmanKlassVolatility(int period, double periodsPerYear)
{
    private static readonly double BodyWeight = 2 * Math.Log(2) - 1;
    private readonly SlidingSum _variances = new(period);
    private readonly double _scale = periodsPerYear / period;

    /// <summary>Takes the next bar and gives the volatility, a fraction with it; NaN while undefined.</summary>
    public double Update(double open, double high, double low, double close)
    {
        var (range, body) = (Math.Log(high / low), Math.Log(close / open));
        return _variances.Add(0.5 * range * range - BodyWeight * body * body) ? Math.Sqrt(_scale * _variances.Value) : double.NaN;
    }

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
        var running = new GarmanKlassVolatility(period, periodsPerYear);
        for (var i = 0; i < close.Length; i++) volatility[i] = running.Update(open[i], high[i], low[i], close[i]);
    }
}
