namespace Backtest.Strategies.Indicators;

/// <summary>Chaikin volatility: the rate of change, over <c>period</c> bars, of the exponential average of high - low; a fraction.</summary>
/// <remarks>Source: Marc Chaikin, about 1980. Defined from bar 2 x period - 1 on.</remarks>
/// <param name="period">Bars of average and rate; 1 or more.</param>
public sealed class ChaikinVolatility(int period)
{
    private readonly ExponentialMovingAverage _average = new(period);
    private readonly RateOfChange _rate = new(period);

    /// <summary>Takes the next bar and gives the volatility with it; NaN while undefined.</summary>
    public double Update(double high, double low) => _rate.Update(_average.Update(high - low));

    /// <summary>Writes the volatility, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, int period, Span<double> volatility)
    {
        var running = new ChaikinVolatility(period);
        for (var i = 0; i < low.Length; i++) volatility[i] = running.Update(high[i], low[i]);
    }
}
