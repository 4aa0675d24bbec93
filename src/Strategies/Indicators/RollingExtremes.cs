namespace Backtest.Strategies.Indicators;

/// <summary>Highest and lowest of the last <c>period</c> values, the current one included.</summary>
/// <remarks>Defined from bar period - 1 on. A queue of candidates: each value enters and leaves once, whatever the period.</remarks>
public static class RollingExtremes
{
    /// <summary>Writes the highest; NaN where undefined.</summary>
    public static void WriteHighest(ReadOnlySpan<double> values, int period, Span<double> highest) => Write(values, period, highest, 1);

    /// <summary>Writes the lowest; NaN where undefined.</summary>
    public static void WriteLowest(ReadOnlySpan<double> values, int period, Span<double> lowest) => Write(values, period, lowest, -1);

    private static void Write(ReadOnlySpan<double> values, int period, Span<double> extremes, int sign)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        extremes.Fill(double.NaN);
        var candidates = new int[values.Length];
        var (first, end) = (0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            while (end > first && sign * values[candidates[end - 1]] <= sign * values[i]) end--;
            candidates[end++] = i;
            if (candidates[first] <= i - period) first++;
            if (i >= period - 1) extremes[i] = values[candidates[first]];
        }
    }
}
