namespace Backtest.Strategies.Indicators;

/// <summary>Yang-Zhang volatility: the variance of the gaps, ln(open / close before), plus k x that of the bodies, ln(close / open), plus (1 - k) x
/// that of Rogers and Satchell, by the year; k = 0.34 / (1.34 + (period + 1) / (period - 1)). It allows for drift and gaps.</summary>
/// <remarks>Source: Dennis Yang and Qiang Zhang, Drift-Independent Volatility Estimation Based on High, Low, Open, and Close Prices, Journal of
/// Business 73, 2000. Defined from bar <c>period</c> on.</remarks>
/// <param name="period">Bars of the window; 2 or more.</param>
/// <param name="periodsPerYear">Bars of a year; 1 for the volatility of one bar.</param>
public sealed class YangZhangVolatility(int period, double periodsPerYear)
{
    private readonly RollingDeviation _gaps = RollingDeviation.Sample(period), _bodies = RollingDeviation.Sample(period);
    private readonly SlidingSum _variances = new(period);
    private readonly double _share = 0.34 / (1.34 + (period + 1.0) / (period - 1));
    private double _close = double.NaN;

    /// <summary>Takes the next bar and gives the volatility, a fraction with it; NaN while undefined.</summary>
    public double Update(double open, double high, double low, double close)
    {
        var (gap, body) = (_gaps.Update(Math.Log(open / _close)), _bodies.Update(Math.Log(close / open)));
        _close = close;
        if (!_variances.Add(RogersSatchellVolatility.Variance(open, high, low, close))) return double.NaN;
        return Math.Sqrt(periodsPerYear * (gap * gap + _share * body * body + (1 - _share) * _variances.Value / period));
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
        var running = new YangZhangVolatility(period, periodsPerYear);
        for (var i = 0; i < close.Length; i++) volatility[i] = running.Update(open[i], high[i], low[i], close[i]);
    }
}
