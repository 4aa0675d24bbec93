namespace Backtest.Strategies.Indicators;

/// <summary>Linear regression over the last <c>period</c> values by least squares: the line's value at the newest, its slope per bar, and the share
/// of the variance that it explains (r squared).</summary>
/// <remarks>Defined from bar period - 1 on; r squared is NaN where the values are one. Value + slope is the forecast of the next bar (TSF in
/// TA-Lib), value - slope x (period - 1) the intercept.</remarks>
/// <param name="period">Values in the window; 2 or more.</param>
public sealed class LinearRegression(int period)
{
    private readonly Window _window = new(Period.AtLeast(2, period));

    /// <summary>Takes the next value and gives value, slope and r squared with it; NaN while undefined.</summary>
    public (double Fit, double Slope, double RSquared) Update(double value)
    {
        var (fit, slope, products, squares) = Of(_window.Add(value));
        return (fit, slope, slope * products / squares);
    }

    /// <summary>Writes value, slope and r squared, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> fit, Span<double> slope, Span<double> rSquared)
    {
        var running = new LinearRegression(period);
        for (var i = 0; i < values.Length; i++) (fit[i], slope[i], rSquared[i]) = running.Update(values[i]);
    }

    /// <summary>The line, the sum of products of the deviations of places and values, and that of the squares of the values' deviations.</summary>
    internal static (double Fit, double Slope, double Products, double Squares) Of(ReadOnlySpan<double> window)
    {
        var (middle, distance) = ((window.Length - 1) / 2.0, 0.0);
        foreach (var value in window) distance += value - window[0];
        var mean = window[0] + distance / window.Length;
        var (products, squares) = (0.0, 0.0);
        for (var i = 0; i < window.Length; i++)
        {
            var deviation = window[i] - mean;
            products += (i - middle) * deviation;
            squares += deviation * deviation;
        }

        var slope = products / (window.Length * (window.Length * (double)window.Length - 1) / 12);
        return (mean + slope * middle, slope, products, squares);
    }
}
