namespace Backtest.Strategies.Indicators;

/// <summary>Commodity channel index (CCI): (typical price - its simple average) / (0.015 x its mean absolute deviation from that average).</summary>
/// <remarks>Source: Donald Lambert, Commodities magazine, October 1980. Defined from bar period - 1 on; NaN where the typical price has not
/// moved.</remarks>
public static class CommodityChannelIndex
{
    private const double Scale = 0.015;

    /// <summary>Writes the index, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, int period, Span<double> index)
    {
        var typical = Columns.TypicalPrices(high, low, close);
        SimpleMovingAverage.Write(typical, period, index);
        for (var i = period - 1; i < typical.Length; i++)
        {
            var deviation = 0.0;
            for (var j = i - period + 1; j <= i; j++) deviation += Math.Abs(typical[j] - index[i]);
            index[i] = (typical[i] - index[i]) / (Scale * deviation / period);
        }
    }
}
