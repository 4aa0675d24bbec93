namespace Backtest.Strategies.Indicators;

/// <summary>Rolling median: the middle of the last <c>period</c> values, or the mean of the two in the middle.</summary>
/// <remarks>Defined from bar period - 1 on. The window is kept in order: a value finds its place by halving.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
public sealed class RollingMedian(int period)
{
    private readonly SortedWindow _window = new(Period.AtLeast(1, period));

    /// <summary>Takes the next value and gives the median with it; NaN while undefined.</summary>
    public double Update(double value) => _window.Add(value) ? Of(_window.Values) : double.NaN;

    /// <summary>Writes the median, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> median)
    {
        var running = new RollingMedian(period);
        for (var i = 0; i < values.Length; i++) median[i] = running.Update(values[i]);
    }

    internal static double Of(ReadOnlySpan<double> sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
}
