namespace Backtest.Strategies.Indicators;

/// <summary>Rate of change (ROC): value[t] / value[t - period] - 1, a fraction.</summary>
/// <remarks>Defined from bar <c>period</c> on.</remarks>
public static class RateOfChange
{
    /// <summary>Writes the rate, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> rate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        rate[..Math.Min(period, rate.Length)].Fill(double.NaN);
        for (var i = period; i < values.Length; i++) rate[i] = values[i] / values[i - period] - 1;
    }
}
