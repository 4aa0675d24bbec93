namespace Backtest.Strategies.Indicators;

/// <summary>Standard error of the linear regression over the last <c>period</c> values: the root of the sum of the squared distances from the line
/// over period - 2.</summary>
/// <remarks>Defined from bar period - 1 on. Of prices it is the half width of Jon Andersen's standard error bands, Technical Analysis of Stocks and
/// Commodities, September 1996.</remarks>
/// <param name="period">Values in the window; 3 or more.</param>
public sealed class StandardError(int period)
{
    private readonly Window _window = new(Period.AtLeast(3, period));

    /// <summary>Takes the next value and gives the error with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        var window = _window.Add(value);
        var (fit, slope, _, _) = LinearRegression.Of(window);
        var squares = 0.0;
        for (var i = 0; i < window.Length; i++)
        {
            var distance = window[i] - (fit - slope * (window.Length - 1 - i));
            squares += distance * distance;
        }

        return Math.Sqrt(squares / (window.Length - 2));
    }

    /// <summary>Writes the error, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> error)
    {
        var running = new StandardError(period);
        for (var i = 0; i < values.Length; i++) error[i] = running.Update(values[i]);
    }
}
