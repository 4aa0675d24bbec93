namespace Backtest.Strategies.Indicators;

/// <summary>Parkinson volatility: from the squares of ln(high / low) of the last <c>period</c> bars, over 4 ln 2, by the year. It takes the price to
/// be a walk without drift or gaps.</summary>
/// <remarks>Source: Michael Parkinson, The Extreme Value Method for Estimating the Variance of the Rate of Return, Journal of Business 53, 1980.
/// Defined from bar period - 1 on.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
/// <param name="periodsPerYear">Bars of a year; 1 for the volatility of one bar.</param>
public sealed class ParkinsonVolatility(int period, double periodsPerYear)
{
    private readonly SlidingSum _squares = new(period);
    private readonly double _scale = periodsPerYear / (4 * period * Math.Log(2));

    /// <summary>Takes the next bar and gives the volatility, a fraction with it; NaN while undefined.</summary>
    public double Update(double high, double low)
    {
        var range = Math.Log(high / low);
        return _squares.Add(range * range) ? Math.Sqrt(_scale * _squares.Value) : double.NaN;
    }

    /// <summary>Writes the volatility, a fraction, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, int period, double periodsPerYear, Span<double> volatility)
    {
        var running = new ParkinsonVolatility(period, periodsPerYear);
        for (var i = 0; i < low.Length; i++) volatility[i] = running.Update(high[i], low[i]);
    }
}
