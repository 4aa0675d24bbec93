namespace Backtest.Strategies.Indicators;

/// <summary>Williams accumulation/distribution: the running sum of the close less the smaller of low and the close before, where the close has
/// risen, or less the larger of high and the close before, where it has fallen.</summary>
/// <remarks>Source: Larry Williams, about 1972. Defined from bar 1 on.</remarks>
public sealed class WilliamsAccumulationDistribution
{
    private double _sum, _before = double.NaN;

    /// <summary>Takes the next bar and gives the line with it; NaN while undefined.</summary>
    public double Update(double high, double low, double close)
    {
        var before = _before;
        _before = close;
        if (double.IsNaN(before)) return double.NaN;
        if (close > before) _sum += close - Math.Min(low, before);
        if (close < before) _sum += close - Math.Max(high, before);
        return _sum;
    }

    /// <summary>Writes the line, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, Span<double> line)
    {
        var running = new WilliamsAccumulationDistribution();
        for (var i = 0; i < close.Length; i++) line[i] = running.Update(high[i], low[i], close[i]);
    }
}
