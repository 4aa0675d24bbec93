namespace Backtest.Strategies.Indicators;

/// <summary>Normalized average true range (NATR): 100 x the average true range over the close.</summary>
/// <remarks>Source: John Forman, Technical Analysis of Stocks and Commodities, May 2006. Defined from bar <c>period</c> on.</remarks>
/// <param name="period">Bars of the average; 1 or more.</param>
public sealed class NormalizedAverageTrueRange(int period)
{
    private readonly AverageTrueRange _range = new(period);

    /// <summary>Takes the next bar and gives the average, in percent with it; NaN while undefined.</summary>
    public double Update(double high, double low, double close) => 100 * _range.Update(high, low, close) / close;

    /// <summary>Writes the average, in percent, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, int period, Span<double> average)
    {
        var running = new NormalizedAverageTrueRange(period);
        for (var i = 0; i < close.Length; i++) average[i] = running.Update(high[i], low[i], close[i]);
    }
}
