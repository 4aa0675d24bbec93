namespace Backtest.Strategies.Indicators;

/// <summary>The last values in ascending order. Leading NaN are not counted.</summary>
internal sealed class SortedWindow(int length)
{
    private readonly Lag _lag = new(length);
    private readonly double[] _values = new double[length];
    private int _count;

    /// <summary>The values of a full window, ascending.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Takes the next value; true where the window is full and every value in it is defined.</summary>
    public bool Add(double value)
    {
        if (_count == 0 && double.IsNaN(value)) return false;
        var oldest = _lag.Exchange(value);
        if (_count == length) Remove(oldest);
        Insert(value);
        return _count == length && !double.IsNaN(_values[0]);
    }

    private void Remove(double value)
    {
        var at = Array.BinarySearch(_values, 0, _count, value);
        _count--;
        Array.Copy(_values, at + 1, _values, at, _count - at);
    }

    private void Insert(double value)
    {
        var at = Array.BinarySearch(_values, 0, _count, value);
        if (at < 0) at = ~at;
        Array.Copy(_values, at, _values, at + 1, _count - at);
        _values[at] = value;
        _count++;
    }
}
