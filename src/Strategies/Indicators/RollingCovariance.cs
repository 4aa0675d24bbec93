namespace Backtest.Strategies.Indicators;

/// <summary>Rolling covariance: the sample covariance, divisor period - 1, of the last <c>period</c> values of two columns.</summary>
/// <remarks>Defined from bar period - 1 on. Two passes over each window: no cancellation, whatever the level of the values.</remarks>
/// <param name="period">Values in the window; 2 or more.</param>
public sealed class RollingCovariance(int period)
{
    private readonly Window _values = new(Period.AtLeast(2, period)), _others = new(period);

    /// <summary>Takes the next values and gives the covariance with it; NaN while undefined.</summary>
    public double Update(double value, double other) => Products(_values.Add(value), _others.Add(other)).Both / (period - 1);

    /// <summary>Writes the covariance, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, ReadOnlySpan<double> others, int period, Span<double> covariance)
    {
        var running = new RollingCovariance(period);
        for (var i = 0; i < values.Length; i++) covariance[i] = running.Update(values[i], others[i]);
    }

    /// <summary>Sums of the squares and of the products of the deviations from the means.</summary>
    internal static (double Values, double Both, double Others) Products(ReadOnlySpan<double> values, ReadOnlySpan<double> others)
    {
        var (valueDistance, otherDistance) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            valueDistance += values[i] - values[0];
            otherDistance += others[i] - others[0];
        }

        var (valueMean, otherMean) = (values[0] + valueDistance / values.Length, others[0] + otherDistance / values.Length);
        var (first, both, second) = (0.0, 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            var (value, other) = (values[i] - valueMean, others[i] - otherMean);
            first += value * value;
            both += value * other;
            second += other * other;
        }

        return (first, both, second);
    }
}
