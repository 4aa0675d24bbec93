namespace Backtest.Strategies.Indicators;

/// <summary>Ulcer index: the root of the mean square, over <c>period</c> bars, of the percentage by which the close lies below the highest close of
/// the last <c>period</c> bars.</summary>
/// <remarks>Source: Peter Martin and Byron McCann, The Investor's Guide to Fidelity Funds, 1989. Defined from bar 2 x period - 2 on.</remarks>
/// <param name="period">Bars of the highest close and of the mean; 1 or more.</param>
public sealed class UlcerIndex(int period)
{
    private readonly RollingExtremes _highest = RollingExtremes.Highest(period);
    private readonly SlidingSum _squares = new(period);

    /// <summary>Takes the next close and gives the index, in percent with it; NaN while undefined.</summary>
    public double Update(double close)
    {
        var highest = _highest.Update(close);
        var drawdown = 100 * (close - highest) / highest;
        return _squares.Add(drawdown * drawdown) ? Math.Sqrt(_squares.Value / period) : double.NaN;
    }

    /// <summary>Writes the index, in percent, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> close, int period, Span<double> index)
    {
        var running = new UlcerIndex(period);
        for (var i = 0; i < close.Length; i++) index[i] = running.Update(close[i]);
    }
}
