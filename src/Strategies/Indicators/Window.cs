using System.Runtime.CompilerServices;

namespace Backtest.Strategies.Indicators;

/// <summary>The last values as one span; NaN where there are fewer. Each is written twice, a window apart, so that the span never wraps.</summary>
internal sealed class Window
{
    private readonly double[] _values;
    private readonly int _length;
    private int _at;

    /// <param name="length">How many values; 1 or more.</param>
    /// <param name="name">What the caller calls it.</param>
    public Window(int length, [CallerArgumentExpression(nameof(length))] string? name = null)
    {
        _length = Period.AtLeast(1, length, name);
        _values = new double[2 * length];
        Array.Fill(_values, double.NaN);
    }

    /// <summary>Takes the newest value and gives the window with it, the oldest value first.</summary>
    public ReadOnlySpan<double> Add(double value)
    {
        _values[_at] = _values[_at + _length] = value;
        if (++_at == _length) _at = 0;
        return _values.AsSpan(_at, _length);
    }
}
