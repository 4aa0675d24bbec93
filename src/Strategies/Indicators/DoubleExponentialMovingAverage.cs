namespace Backtest.Strategies.Indicators;

/// <summary>Double exponential moving average (DEMA): 2 x EMA less the EMA of the EMA.</summary>
/// <remarks>Source: Patrick Mulloy, Smoothing Data with Faster Moving Averages, Technical Analysis of Stocks and Commodities, February 1994. Defined
/// from bar 2 x period - 2 on.</remarks>
/// <param name="period">Bars of each average; 1 or more.</param>
public sealed class DoubleExponentialMovingAverage(int period)
{
    private readonly ExponentialMovingAverage _first = new(period), _second = new(period);

    /// <summary>Takes the next value and gives the average with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        var first = _first.Update(value);
        return 2 * first - _second.Update(first);
    }

    /// <summary>Writes the average, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> average)
    {
        var running = new DoubleExponentialMovingAverage(period);
        for (var i = 0; i < values.Length; i++) average[i] = running.Update(values[i]);
    }
}
