namespace Backtest.Strategies.Indicators;

/// <summary>Average directional index (ADX): Wilder's average of 100 x |+DI - -DI| / (+DI + -DI), where the directional indicators +DI and -DI are
/// 100 x the smoothed moves up and down over the smoothed true range.</summary>
/// <remarks>Source: J. Welles Wilder, New Concepts in Technical Trading Systems, 1978. The indicators are defined from bar <c>period</c> on, the
/// index from 2 x period - 1 on. Wilder's sums begin with the plain sum of the first <c>period</c> values; TTR begins with
/// a smaller one and is equal to 1e-9 some 300 bars later.</remarks>
public static class AverageDirectionalIndex
{
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
        for (var i = 1; i < close.Length; i++)
        {
            var (rise, fall) = (high[i] - high[i - 1], low[i - 1] - low[i]);
            if (rise > fall && rise > 0) up[i] = rise;
            if (fall > rise && fall > 0) down[i] = fall;
        }

        WriteSums(up, period, plus);
        WriteSums(down, period, minus);
        var ranges = new double[close.Length];
        WriteSums(range, period, ranges);
        for (var i = 0; i < close.Length; i++)
        {
            plus[i] = 100 * plus[i] / ranges[i];
            minus[i] = 100 * minus[i] / ranges[i];
            range[i] = 100 * Math.Abs(plus[i] - minus[i]) / (plus[i] + minus[i]);
        }

        ExponentialMovingAverage.WriteWilder(range, period, index);
    }

    /// <summary>Wilder's sums: s[t] = s[t-1] x (period - 1) / period + value[t], from bar 1 on.</summary>
    private static void WriteSums(ReadOnlySpan<double> values, int period, Span<double> sums)
    {
        sums.Fill(double.NaN);
        if (values.Length <= period) return;
        var sum = 0.0;
        for (var i = 1; i <= period; i++) sum += values[i];
        sums[period] = sum;
        for (var i = period + 1; i < values.Length; i++) sums[i] = sum = sum * (period - 1) / period + values[i];
    }
}
