namespace Backtest.Strategies.Indicators;

/// <summary>Triple exponential moving average (TEMA): 3 x EMA - 3 x EMA of EMA + EMA of EMA of EMA.</summary>
/// <remarks>Source: Patrick Mulloy, Smoothing Data with Less Lag, Technical Analysis of Stocks and Commodities, February 1994. Defined from bar 3 x
/// period - 3 on.</remarks>
/// <param name="period">Bars of each average; 1 or more.</param>
public sealed class TripleExponentialMovingAverage(int period)
{
    private readonly ExponentialMovingAverage _first = new(period), _second = new(period), _third = new(period);

    /// <summary>Takes the next value and gives the average with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        var first = _first.Update(value);
        var second = _second.Update(first);
        return 3 * first - 3 * second + _third.Update(second);
    }

    /// <summary>Writes the average, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> average)
    {
        var running = new TripleExponentialMovingAverage(period);
        for (var i = 0; i < values.Length; i++) average[i] = running.Update(values[i]);
    }
}
