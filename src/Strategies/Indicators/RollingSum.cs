namespace Backtest.Strategies.Indicators;

/// <summary>Rolling sum: the sum of the last <c>period</c> values.</summary>
/// <remarks>Defined from bar period - 1 on. Kept in twice the precision of a double, so that it does not drift; zero to the bit where every value
/// is.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
public sealed class RollingSum(int period)
{
    private readonly SlidingSum _sum = new(period);

    /// <summary>Takes the next value and gives the sum with it; NaN while undefined.</summary>
    public double Update(double value) => _sum.Add(value) ? _sum.Value : double.NaN;

    /// <summary>Writes the sum, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> sum)
    {
        var running = new RollingSum(period);
        for (var i = 0; i < values.Length; i++) sum[i] = running.Update(values[i]);
    }
}
