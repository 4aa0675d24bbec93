namespace Backtest.Strategies.Indicators;

/// <summary>Rolling correlation: Pearson's correlation of the last <c>period</c> values of two columns.</summary>
/// <remarks>Source: Karl Pearson, 1895. Defined from bar period - 1 on; NaN where one of them has not moved.</remarks>
/// <param name="period">Values in the window; 2 or more.</param>
public sealed class RollingCorrelation(int period)
{
    private readonly Window _values = new(Period.AtLeast(2, period)), _others = new(period);

    /// <summary>Takes the next values and gives the correlation, -1 to 1 with it; NaN while undefined.</summary>
    public double Update(double value, double other)
    {
        var (values, both, others) = RollingCovariance.Products(_values.Add(value), _others.Add(other));
        return both / Math.Sqrt(values * others);
    }

    /// <summary>Writes the correlation, -1 to 1, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, ReadOnlySpan<double> others, int period, Span<double> correlation)
    {
        var running = new RollingCorrelation(period);
        for (var i = 0; i < values.Length; i++) correlation[i] = running.Update(values[i], others[i]);
    }
}
