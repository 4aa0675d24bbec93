namespace Backtest.Strategies.Indicators;

/// <summary>Median absolute deviation (MAD): 1.4826 x the median of the distances of the last <c>period</c> values from their median, which is the
/// deviation where they are normal.</summary>
/// <remarks>The factor is that of R and TTR. Defined from bar period - 1 on.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
public sealed class MedianAbsoluteDeviation(int period)
{
    private const double Scale = 1.4826;
    private readonly SortedWindow _window = new(Period.AtLeast(1, period));

    /// <summary>Takes the next value and gives the deviation with it; NaN while undefined.</summary>
    public double Update(double value) => _window.Add(value) ? Scale * Of(_window.Values) : double.NaN;

    /// <summary>Writes the deviation, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> deviation)
    {
        var running = new MedianAbsoluteDeviation(period);
        for (var i = 0; i < values.Length; i++) deviation[i] = running.Update(values[i]);
    }

    /// <summary>Distances grow from the middle outwards: merging both sides up to half of the window finds the median of them.</summary>
    private static double Of(ReadOnlySpan<double> sorted)
    {
        var (median, right) = (RollingMedian.Of(sorted), sorted.Length / 2);
        var (left, last, before) = (right - 1, 0.0, 0.0);
        for (var taken = 0; taken <= sorted.Length / 2; taken++)
        {
            var takesRight = left < 0 || (right < sorted.Length && sorted[right] - median <= median - sorted[left]);
            (before, last) = (last, takesRight ? sorted[right++] - median : median - sorted[left--]);
        }

        return sorted.Length % 2 == 1 ? last : (before + last) / 2;
    }
}
