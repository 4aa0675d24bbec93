namespace Backtest.Strategies.Indicators;

/// <summary>Historical volatility: the sample deviation of the last <c>period</c> log returns of the close, by the year.</summary>
/// <remarks>Defined from bar <c>period</c> on. TTR counts closes, not returns: its n is period + 1.</remarks>
/// <param name="period">Returns in the window; 2 or more.</param>
/// <param name="periodsPerYear">Bars of a year; 1 for the volatility of one bar.</param>
public sealed class HistoricalVolatility(int period, double periodsPerYear)
{
    private readonly RollingDeviation _deviation = RollingDeviation.Sample(period);
    private readonly double _scale = Math.Sqrt(periodsPerYear);
    private double _before = double.NaN;

    /// <summary>Takes the next close and gives the volatility, a fraction with it; NaN while undefined.</summary>
    public double Update(double close)
    {
        var deviation = _deviation.Update(Math.Log(close / _before));
        _before = close;
        return _scale * deviation;
    }

    /// <summary>Writes the volatility, a fraction, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> close, int period, double periodsPerYear, Span<double> volatility)
    {
        var running = new HistoricalVolatility(period, periodsPerYear);
        for (var i = 0; i < close.Length; i++) volatility[i] = running.Update(close[i]);
    }
}
