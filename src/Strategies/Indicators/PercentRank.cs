namespace Backtest.Strategies.Indicators;

/// <summary>Percent rank: the share of the last <c>period</c> values, the newest included, that are below the newest; equal ones count
/// half.</summary>
/// <remarks>Defined from bar period - 1 on; as TTR's runPercentRank.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
public sealed class PercentRank(int period)
{
    private readonly Window _window = new(period);

    /// <summary>Takes the next value and gives the rank, 0 to 1 with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        var window = _window.Add(value);
        var halves = 0;
        foreach (var other in window)
        {
            if (double.IsNaN(other)) return double.NaN;
            halves += other < value ? 2 : other == value ? 1 : 0;
        }

        return halves / (2.0 * window.Length);
    }

    /// <summary>Writes the rank, 0 to 1, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> rank)
    {
        var running = new PercentRank(period);
        for (var i = 0; i < values.Length; i++) rank[i] = running.Update(values[i]);
    }
}
