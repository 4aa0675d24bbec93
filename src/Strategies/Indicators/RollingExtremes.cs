namespace Backtest.Strategies.Indicators;

/// <summary>Highest and lowest of the last <c>period</c> values, the current one included.</summary>
/// <remarks>Defined from bar period - 1 on. A queue of candidates: each value enters and leaves once, whatever the period.</remarks>
public sealed class RollingExtremes
{
    private readonly double[] _values;
    private readonly long[] _bars;
    private readonly int _sign;
    private int _first, _count;
    private long _bar = -1;

    private RollingExtremes(int period, int sign) =>
        (_values, _bars, _sign) = (new double[Period.AtLeast(1, period)], new long[period], sign);

    /// <summary>The number of bars since the extreme, the nearest of equal ones.</summary>
    internal int Age => (int)(_bar - _bars[_first]);

    /// <summary>The highest of the last <paramref name="period"/> values.</summary>
    public static RollingExtremes Highest(int period) => new(period, 1);

    /// <summary>The lowest of the last <paramref name="period"/> values.</summary>
    public static RollingExtremes Lowest(int period) => new(period, -1);

    /// <summary>Takes the next value and gives the extreme with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        _bar++;
        if (_count > 0 && _bars[_first] <= _bar - _values.Length)
        {
            _first = At(1);
            _count--;
        }

        while (_count > 0 && _sign * _values[At(_count - 1)] <= _sign * value) _count--;
        (_values[At(_count)], _bars[At(_count)]) = (value, _bar);
        _count++;
        return _bar >= _values.Length - 1 ? _values[_first] : double.NaN;
    }

    /// <summary>Writes the highest; NaN where undefined.</summary>
    public static void WriteHighest(ReadOnlySpan<double> values, int period, Span<double> highest) => Write(values, period, highest, 1);

    /// <summary>Writes the lowest; NaN where undefined.</summary>
    public static void WriteLowest(ReadOnlySpan<double> values, int period, Span<double> lowest) => Write(values, period, lowest, -1);

    private static void Write(ReadOnlySpan<double> values, int period, Span<double> extremes, int sign)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        extremes.Fill(double.NaN);
        var candidates = new int[values.Length];
        var (first, end) = (0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            while (end > first && sign * values[candidates[end - 1]] <= sign * values[i]) end--;
            candidates[end++] = i;
            if (candidates[first] <= i - period) first++;
            if (i >= period - 1) extremes[i] = values[candidates[first]];
        }
    }

    /// <summary>The place of a candidate in the ring.</summary>
    private int At(int candidate)
    {
        var at = _first + candidate;
        return at < _values.Length ? at : at - _values.Length;
    }
}
