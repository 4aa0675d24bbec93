using System.Runtime.CompilerServices;

namespace Backtest.Strategies.Indicators;

/// <summary>Gives each value back a number of bars later, NaN before the first.</summary>
internal sealed class Lag
{
    private readonly double[] _values;
    private int _at;

    /// <param name="bars">How much later; 1 or more.</param>
    /// <param name="name">What the caller calls it.</param>
    public Lag(int bars, [CallerArgumentExpression(nameof(bars))] string? name = null)
    {
        _values = new double[Period.AtLeast(1, bars, name)];
        Array.Fill(_values, double.NaN);
    }

    /// <summary>Takes the newest value and gives the one that came the number of bars before it.</summary>
    public double Exchange(double value)
    {
        var oldest = _values[_at];
        _values[_at] = value;
        if (++_at == _values.Length) _at = 0;
        return oldest;
    }
}
