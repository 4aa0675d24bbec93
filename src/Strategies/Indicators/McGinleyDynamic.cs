namespace Backtest.Strategies.Indicators;

/// <summary>McGinley dynamic: m[t] = m[t-1] + (value - m[t-1]) / (0.6 x period x (value / m[t-1])^4), faster in falls than in rises.</summary>
/// <remarks>Source: John McGinley, Journal of Technical Analysis, 1991. Defined from the first value on, begun with it. Values are prices, above
/// 0.</remarks>
/// <param name="period">Bars of the average that it follows; 1 or more.</param>
public sealed class McGinleyDynamic(int period)
{
    private const double Share = 0.6;
    private readonly double _bars = Share * Period.AtLeast(1, period);
    private double _last = double.NaN;

    /// <summary>Takes the next value and gives the average with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        if (double.IsNaN(_last)) return _last = value;
        var square = value / _last * (value / _last);
        return _last += (value - _last) / (_bars * square * square);
    }

    /// <summary>Writes the average, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> average)
    {
        var running = new McGinleyDynamic(period);
        for (var i = 0; i < values.Length; i++) average[i] = running.Update(values[i]);
    }
}
