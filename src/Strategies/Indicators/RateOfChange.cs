namespace Backtest.Strategies.Indicators;

/// <summary>Rate of change (ROC): value[t] / value[t - period] - 1, a fraction.</summary>
/// <remarks>Defined from bar <c>period</c> on.</remarks>
/// <param name="period">Bars between the two values; 1 or more.</param>
public sealed class RateOfChange(int period)
{
    private readonly Lag _lag = new(period);

    /// <summary>Takes the next value and gives the rate with it; NaN while undefined.</summary>
    public double Update(double value) => value / _lag.Exchange(value) - 1;

    /// <summary>Writes the rate, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> rate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        rate[..Math.Min(period, rate.Length)].Fill(double.NaN);
        for (var i = period; i < values.Length; i++) rate[i] = values[i] / values[i - period] - 1;
    }
}
