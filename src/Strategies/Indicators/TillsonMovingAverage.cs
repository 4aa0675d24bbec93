namespace Backtest.Strategies.Indicators;

/// <summary>Tillson's moving average (T3): a generalised double exponential average, (1 + factor) x EMA - factor x EMA of EMA, three times
/// over.</summary>
/// <remarks>Source: Tim Tillson, Smoothing Techniques for More Accurate Signals, Technical Analysis of Stocks and Commodities, January 1998. Defined
/// from bar 6 x period - 6 on.</remarks>
/// <param name="period">Bars of each of the six averages; 1 or more.</param>
/// <param name="factor">Volume factor, 0 to 1: 0 is an EMA of an EMA of an EMA, 1 is three DEMA.</param>
public sealed class TillsonMovingAverage(int period, double factor)
{
    private readonly ExponentialMovingAverage _first = new(period), _second = new(period), _third = new(period);
    private readonly ExponentialMovingAverage _fourth = new(period), _fifth = new(period), _sixth = new(period);
    private readonly double _of6 = -factor * factor * factor;
    private readonly double _of5 = 3 * factor * factor * (1 + factor);
    private readonly double _of4 = -3 * factor * (1 + factor) * (1 + factor);
    private readonly double _of3 = (1 + factor) * (1 + factor) * (1 + factor);

    /// <summary>Takes the next value and gives the average with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        var third = _third.Update(_second.Update(_first.Update(value)));
        var fourth = _fourth.Update(third);
        var fifth = _fifth.Update(fourth);
        return _of6 * _sixth.Update(fifth) + _of5 * fifth + _of4 * fourth + _of3 * third;
    }

    /// <summary>Writes the average, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, double factor, Span<double> average)
    {
        var running = new TillsonMovingAverage(period, factor);
        for (var i = 0; i < values.Length; i++) average[i] = running.Update(values[i]);
    }
}
