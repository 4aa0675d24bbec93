namespace Backtest.Strategies.Indicators;

/// <summary>Simple moving average: the mean of the last <c>period</c> values.</summary>
/// <remarks>Defined from bar period - 1 on. The running sum is kept in twice the precision of a double (two-sum, Knuth, The Art of Computer
/// Programming 2, 4.2.2), so that it does not drift however long the column is, and what a division leaves over is divided too: the average
/// of equal values is that value to the bit, and a market that does not move gives no cross.</remarks>
public static class SimpleMovingAverage
{
    /// <summary>Writes the average of <paramref name="values"/> into <paramref name="average"/>, of the same length; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> average)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        average.Fill(double.NaN);
        var start = Columns.FirstDefined(values);
        double sum = 0, low = 0;
        for (var i = start; i < values.Length; i++)
        {
            Add(values[i], ref sum, ref low);
            if (i - start >= period) Add(-values[i - period], ref sum, ref low);
            if (i - start >= period - 1) average[i] = Divided(sum, low, period);
        }
    }

    private static double Divided(double sum, double low, int period)
    {
        var quotient = (sum + low) / period;
        return quotient + (Math.FusedMultiplyAdd(-quotient, period, sum) + low) / period;
    }

    private static void Add(double value, ref double sum, ref double low)
    {
        var total = sum + value;
        var part = total - sum;
        low += (sum - (total - part)) + (value - part);
        sum = total;
    }
}
