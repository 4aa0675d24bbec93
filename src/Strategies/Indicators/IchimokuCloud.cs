namespace Backtest.Strategies.Indicators;

/// <summary>Ichimoku cloud: the middles of the ranges of three windows. Conversion and base line are those of the current bar; the spans are the
/// cloud over the current bar, computed <c>basePeriod</c> bars before it: A the mean of conversion and base line, B the middle of the longest
/// window.</summary>
/// <remarks>Source: Goichi Hosoda, 1969. Nothing looks ahead: spans are not drawn into the future, and the lagging span is left out, since it is the
/// close against that of <c>basePeriod</c> bars ago. Conversion, base, A and B are defined from bars conversion - 1, base - 1, max(conversion, base)
/// + base - 1 and span + base - 1 on.</remarks>
/// <param name="conversionPeriod">Bars of the conversion line; 1 or more.</param>
/// <param name="basePeriod">Bars of the base line, and how far back the cloud was computed; 1 or more.</param>
/// <param name="spanPeriod">Bars of span B; 1 or more.</param>
public sealed class IchimokuCloud(int conversionPeriod, int basePeriod, int spanPeriod)
{
    private readonly DonchianChannel _conversion = new(conversionPeriod), _base = new(basePeriod), _span = new(spanPeriod);
    private readonly Lag _lagA = new(basePeriod), _lagB = new(basePeriod);

    /// <summary>Takes the next bar and gives conversion line, base line, span A and span B with it; NaN while undefined.</summary>
    public (double Conversion, double BaseLine, double SpanA, double SpanB) Update(double high, double low)
    {
        var (conversion, baseLine) = (_conversion.Update(high, low).Middle, _base.Update(high, low).Middle);
        return (conversion, baseLine, _lagA.Exchange((conversion + baseLine) / 2), _lagB.Exchange(_span.Update(high, low).Middle));
    }

    /// <summary>Writes conversion line, base line, span A and span B, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        int conversionPeriod,
        int basePeriod,
        int spanPeriod,
        Span<double> conversion,
        Span<double> baseLine,
        Span<double> spanA,
        Span<double> spanB)
    {
        var running = new IchimokuCloud(conversionPeriod, basePeriod, spanPeriod);
        for (var i = 0; i < low.Length; i++) (conversion[i], baseLine[i], spanA[i], spanB[i]) = running.Update(high[i], low[i]);
    }
}
