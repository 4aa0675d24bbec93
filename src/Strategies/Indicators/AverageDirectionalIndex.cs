namespace Backtest.Strategies.Indicators;

/// <summary>Average directional index (ADX): Wilder's average of 100 x |+DI - -DI| / (+DI + -DI), where the directional indicators +DI and -DI are
/// 100 x the smoothed moves up and down over the smoothed true range.</summary>
/// <remarks>Source: J. Welles Wilder, New Concepts in Technical Trading Systems, 1978. The indicators are defined from bar <c>period</c> on, the
/// index from 2 x period - 1 on. Wilder's sums begin with the plain sum of the first <c>period</c> values; TTR begins with
/// a smaller one and is equal to 1e-9 some 300 bars later.</remarks>
/// <param name="period">Bars of the sums and of the average; 1 or more.</param>
public sealed class AverageDirectionalIndex(int period)
{
    private readonly TrueRange _range = new();
    private readonly WilderSum _ups = new(period), _downs = new(period), _ranges = new(period);
    private readonly ExponentialMovingAverage _index = ExponentialMovingAverage.Wilder(period);
    private double _high = double.NaN, _low = double.NaN;

    /// <summary>Takes the next bar and gives index, +DI and -DI with it, 0 to 100; NaN while undefined.</summary>
    public (double Index, double Plus, double Minus) Update(double high, double low, double close)
    {
        var range = _range.Update(high, low, close);
        var (up, down) = Moves(high - _high, _low - low);
        (_high, _low) = (high, low);
        if (double.IsNaN(range)) return (double.NaN, double.NaN, double.NaN);
        var sum = _ranges.Update(range);
        var (plus, minus) = (100 * _ups.Update(up) / sum, 100 * _downs.Update(down) / sum);
        return (_index.Update(Spread(plus, minus)), plus, minus);
    }

    /// <summary>Writes index, +DI and -DI, 0 to 100, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        int period,
        Span<double> index,
        Span<double> plus,
        Span<double> minus)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        double[] up = new double[close.Length], down = new double[close.Length], range = new double[close.Length];
        TrueRange.Write(high, low, close, range);
        for (var i = 1; i < close.Length; i++) (up[i], down[i]) = Moves(high[i] - high[i - 1], low[i - 1] - low[i]);
        WriteSums(up, period, plus);
        WriteSums(down, period, minus);
        var ranges = new double[close.Length];
        WriteSums(range, period, ranges);
        for (var i = 0; i < close.Length; i++)
        {
            plus[i] = 100 * plus[i] / ranges[i];
            minus[i] = 100 * minus[i] / ranges[i];
            range[i] = Spread(plus[i], minus[i]);
        }

        ExponentialMovingAverage.WriteWilder(range, period, index);
    }

    /// <summary>The move that counts: the larger of the rise of the high and the fall of the low, where it is a move at all.</summary>
    private static (double Up, double Down) Moves(double rise, double fall) =>
        (rise > fall && rise > 0 ? rise : 0, fall > rise && fall > 0 ? fall : 0);

    private static double Spread(double plus, double minus) => 100 * Math.Abs(plus - minus) / (plus + minus);

    /// <summary>Wilder's sums, from bar 1 on.</summary>
    private static void WriteSums(ReadOnlySpan<double> values, int period, Span<double> sums)
    {
        sums.Fill(double.NaN);
        if (values.Length <= period) return;
        var sum = 0.0;
        for (var i = 1; i <= period; i++) sum += values[i];
        sums[period] = sum;
        for (var i = period + 1; i < values.Length; i++) sums[i] = sum = WilderSum.Next(sum, period, values[i]);
    }
}
