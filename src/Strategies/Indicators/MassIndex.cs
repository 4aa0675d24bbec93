namespace Backtest.Strategies.Indicators;

/// <summary>Mass index: the sum over <c>period</c> bars of the exponential average of high - low over the exponential average of that
/// average.</summary>
/// <remarks>Source: Donald Dorsey, Technical Analysis of Stocks and Commodities, June 1992. Defined from bar 2 x average + period - 3 on. A bar
/// counts 1 while high and low have always been one.</remarks>
/// <param name="period">Bars of the sum; 1 or more.</param>
/// <param name="average">Bars of each average; 1 or more.</param>
public sealed class MassIndex(int period, int average)
{
    private readonly ExponentialMovingAverage _first = new(average), _second = new(average);
    private readonly SlidingSum _sum = new(period);

    /// <summary>Takes the next bar and gives the index with it; NaN while undefined.</summary>
    public double Update(double high, double low)
    {
        var first = _first.Update(high - low);
        var second = _second.Update(first);
        return _sum.Add(second == 0 ? 1 : first / second) ? _sum.Value : double.NaN;
    }

    /// <summary>Writes the index, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, int period, int average, Span<double> index)
    {
        var running = new MassIndex(period, average);
        for (var i = 0; i < low.Length; i++) index[i] = running.Update(high[i], low[i]);
    }
}
