using Backtest.Engine.Parameters;

namespace Backtest.Engine.Studies;

/// <summary>The values that a study gives one parameter: a range, whose values are computed when asked for, or a list.</summary>
public sealed class ParameterAxis
{
    private readonly IReadOnlyList<ParameterValue>? _values;
    private readonly decimal _from, _step;

    /// <summary>A list of values; one or more.</summary>
    public ParameterAxis(string name, IReadOnlyList<ParameterValue> values)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Count);
        (Name, _values, Count) = (name, values, values.Count);
    }

    /// <summary>The values <paramref name="from"/>, from + step, ... up to and with <paramref name="to"/>, added in decimal, so that 0.1 steps stay
    /// exact.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is not positive or the range is empty.</exception>
    public ParameterAxis(string name, decimal from, decimal to, decimal step)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        (Name, _from, _step) = (name, from, step);
        Count = CountOf(from, to, step);
    }

    /// <summary>The parameter's name.</summary>
    public string Name { get; }

    /// <summary>The number of values.</summary>
    public long Count { get; }

    /// <summary>True where the values are a range.</summary>
    public bool IsRange => _values is null;

    /// <summary>The values of a list; empty for a range.</summary>
    public IReadOnlyList<ParameterValue> Values => _values ?? [];

    /// <summary>The value at a position counted from 0.</summary>
    public ParameterValue this[long position] => _values is null
        ? new ParameterValue((double)(_from + position * _step))
        : _values[(int)position];

    /// <summary>Counts that no plan can hold, a decimal's overflow among them, are one large count.</summary>
    private static long CountOf(decimal from, decimal to, decimal step)
    {
        const long Most = long.MaxValue / 4;
        try
        {
            return (long)Math.Min(Math.Floor((to - from) / step), Most) + 1;
        }
        catch (OverflowException)
        {
            return Most + 1;
        }
    }
}
