namespace Backtest.Strategies.Indicators;

/// <summary>Commodity channel index (CCI): (typical price - its simple average) / (0.015 x its mean absolute deviation from that average).</summary>
/// <remarks>Source: Donald Lambert, Commodities magazine, October 1980. Defined from bar period - 1 on; NaN where the typical price has not
/// moved.</remarks>
/// <param name="period">Bars of average and deviation; 1 or more.</param>
public sealed class CommodityChannelIndex(int period)
{
    private const double Scale = 0.015;
    private readonly SimpleMovingAverage _average = new(period);
    private readonly Window _window = new(period);

    /// <summary>Takes the next bar and gives the index with it; NaN while undefined.</summary>
    public double Update(double high, double low, double close)
    {
        var typical = Columns.TypicalPrice(high, low, close);
        return Of(_window.Add(typical), _average.Update(typical));
    }

    /// <summary>Writes the index, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, int period, Span<double> index)
    {
        var typical = Columns.TypicalPrices(high, low, close);
        SimpleMovingAverage.Write(typical, period, index);
        for (var i = period - 1; i < typical.Length; i++) index[i] = Of(typical.AsSpan(i - period + 1, period), index[i]);
    }

    private static double Of(ReadOnlySpan<double> window, double average)
    {
        var deviation = 0.0;
        foreach (var typical in window) deviation += Math.Abs(typical - average);
        return (window[^1] - average) / (Scale * deviation / window.Length);
    }
}
