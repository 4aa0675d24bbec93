using Backtest.Engine.Parameters;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Search;

/// <summary>A discrete space of parameter sets: the grid of one strategy and the condition that a set has to satisfy. A set is the grid's index of
/// a combination. The condition is evaluated on a set when it is asked about, never on the whole grid. For one thread: it reuses one set.</summary>
public sealed class SearchSpace
{
    private readonly Func<ParameterSet, bool>? _condition;
    private readonly ParameterSet _set;
    private readonly bool[] _ordered;

    /// <summary>The space of the sets of <paramref name="grid"/> that satisfy <paramref name="where"/>; of all where it is null.</summary>
    /// <exception cref="Studies.Expressions.ExpressionException">The condition does not fit the strategy's parameters.</exception>
    public SearchSpace(ParameterGrid grid, Expression? where)
    {
        Grid = grid;
        _condition = where?.ForParameters(grid.Declarations);
        _set = new ParameterSet(grid.Declarations);
        _ordered = [.. grid.Axes.Select(HasOrder)];
    }

    /// <summary>The grid.</summary>
    public ParameterGrid Grid { get; }

    /// <summary>The number of axes.</summary>
    public int AxisCount => Grid.Axes.Count;

    /// <summary>The number of values of an axis, counted from 0.</summary>
    public long SizeOf(int axis) => Grid.Axes[axis].Count;

    /// <summary>True where neighbours on the axis are alike: a range, or a list of numbers that rise or fall throughout. Other lists, such as texts,
    /// are categories.</summary>
    public bool IsOrdered(int axis) => _ordered[axis];

    /// <summary>Writes the positions of a set on the axes into <paramref name="at"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grid has no such set.</exception>
    public void Split(long set, Span<long> at)
    {
        Check(set);
        for (var axis = AxisCount - 1; axis >= 0; axis--) (set, at[axis]) = Math.DivRem(set, SizeOf(axis));
    }

    /// <summary>The set at these positions on the axes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A position lies outside its axis.</exception>
    public long Join(ReadOnlySpan<long> at)
    {
        var set = 0L;
        for (var axis = 0; axis < AxisCount; axis++)
        {
            var size = SizeOf(axis);
            if ((ulong)at[axis] >= (ulong)size)
                throw new ArgumentOutOfRangeException(nameof(at), at[axis], $"axis {axis} has the positions 0 to {size - 1}");
            set = set * size + at[axis];
        }

        return set;
    }

    /// <summary>True where the set satisfies the condition.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grid has no such set.</exception>
    public bool Allows(long set)
    {
        Check(set);
        if (_condition is null) return true;
        Grid.Read(set, _set);
        return _condition(_set);
    }

    private void Check(long set)
    {
        if ((ulong)set >= (ulong)Grid.Count)
            throw new ArgumentOutOfRangeException(nameof(set), set, $"the grid has the sets 0 to {Grid.Count - 1}");
    }

    private static bool HasOrder(ParameterAxis axis)
    {
        if (axis.IsRange) return true;
        var (values, rises, falls) = (axis.Values, true, true);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].IsText) return false;
            if (i == 0) continue;
            rises &= values[i].Number > values[i - 1].Number;
            falls &= values[i].Number < values[i - 1].Number;
        }

        return rises || falls;
    }
}
