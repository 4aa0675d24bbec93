namespace Backtest.Strategies.Indicators;

/// <summary>Simple moving average: the mean of the last <c>period</c> values.</summary>
/// <remarks>Defined from bar period - 1 on. The running sum is kept in twice the precision of a double, so that it does not drift however long
/// the column is: the average of equal values is that value to the bit, and a market that does not move gives no cross.</remarks>
/// <param name="period">Values in the window; 1 or more.</param>
public sealed class SimpleMovingAverage(int period)
{
    private readonly Lag _lag = new(period);
    private RunningSum _sum;
    private int _count;

    /// <summary>Takes the next value and gives the average with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        if (_count == 0 && double.IsNaN(value)) return double.NaN;
        var oldest = _lag.Exchange(value);
        _sum.Add(value);
        if (_count == period) _sum.Add(-oldest);
        else _count++;
        return _count == period ? _sum.Over(period) : double.NaN;
    }

    /// <summary>Writes the average of <paramref name="values"/> into <paramref name="average"/>, of the same length; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> average)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        average.Fill(double.NaN);
        var start = Columns.FirstDefined(values);
        var sum = new RunningSum();
        for (var i = start; i < values.Length; i++)
        {
            sum.Add(values[i]);
            if (i - start >= period) sum.Add(-values[i - period]);
            if (i - start >= period - 1) average[i] = sum.Over(period);
        }
    }
}
