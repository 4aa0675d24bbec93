namespace Backtest.Strategies.Indicators;

/// <summary>Rolling beta: the slope of the regression of a column on another over the last <c>period</c> values: their covariance over the variance
/// of the other. For the beta of an instrument on a market both columns are returns.</summary>
/// <remarks>Source: William Sharpe, 1964. Defined from bar period - 1 on; NaN where the other has not moved.</remarks>
/// <param name="period">Values in the window; 2 or more.</param>
public sealed class RollingBeta(int period)
{
    private readonly Window _values = new(Period.AtLeast(2, period)), _others = new(period);

    /// <summary>Takes the next values and gives the slope of value on other with it; NaN while undefined.</summary>
    public double Update(double value, double other)
    {
        var (_, both, others) = RollingCovariance.Products(_values.Add(value), _others.Add(other));
        return both / others;
    }

    /// <summary>Writes the slope of value on other, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, ReadOnlySpan<double> others, int period, Span<double> beta)
    {
        var running = new RollingBeta(period);
        for (var i = 0; i < values.Length; i++) beta[i] = running.Update(values[i], others[i]);
    }
}
