namespace Backtest.Strategies.Indicators;

/// <summary>Exponential moving average: e[t] = e[t-1] + ratio x (value[t] - e[t-1]), ratio = 2 / (period + 1), begun with the mean of the first
/// <c>period</c> values. Welles Wilder's form has the ratio 1 / period.</summary>
/// <remarks>Defined from the period-th defined value on; begun as TTR and TA-Lib do.</remarks>
public sealed class ExponentialMovingAverage
{
    private readonly int _period;
    private readonly double _ratio;
    private double _last;
    private int _count;

    /// <summary>An average of the ratio 2 / (period + 1).</summary>
    /// <param name="period">Values in the first mean; 1 or more.</param>
    public ExponentialMovingAverage(int period) : this(period, 2.0 / (period + 1)) { }

    private ExponentialMovingAverage(int period, double ratio) => (_period, _ratio) = (Period.AtLeast(1, period), ratio);

    /// <summary>Wilder's average, whose ratio is 1 / period.</summary>
    public static ExponentialMovingAverage Wilder(int period) => new(period, 1.0 / period);

    /// <summary>Takes the next value and gives the average with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        if (_count == _period) return _last += _ratio * (value - _last);
        if (_count == 0 && double.IsNaN(value)) return double.NaN;
        _last += value;
        return ++_count == _period ? _last /= _period : double.NaN;
    }

    /// <summary>Writes the average of <paramref name="values"/> into <paramref name="average"/>, of the same length; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> average) =>
        Write(values, period, 2.0 / (period + 1), average);

    /// <summary>Writes Wilder's average, whose ratio is 1 / period.</summary>
    public static void WriteWilder(ReadOnlySpan<double> values, int period, Span<double> average) =>
        Write(values, period, 1.0 / period, average);

    private static void Write(ReadOnlySpan<double> values, int period, double ratio, Span<double> average)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        average.Fill(double.NaN);
        var first = Columns.FirstDefined(values) + period - 1;
        if (first >= values.Length) return;
        var last = 0.0;
        for (var i = first - period + 1; i <= first; i++) last += values[i];
        average[first] = last /= period;
        for (var i = first + 1; i < values.Length; i++) average[i] = last += ratio * (values[i] - last);
    }
}
