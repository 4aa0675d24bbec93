using Backtest.Engine.Parameters;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Statistics.Sweeps;

/// <summary>Tells the neighbours of a parameter set in its strategy's grid.</summary>
public sealed class GridNeighbours
{
    private readonly ParameterValue[][] _near;
    private readonly ParameterValue[] _own;

    /// <summary>The neighbours of a set.</summary>
    /// <param name="declarations">The strategy's parameters.</param>
    /// <param name="axes">The values that the study gives them; a parameter without an axis has one value.</param>
    /// <param name="own">The set's values, in the order of the declarations.</param>
    public GridNeighbours(IReadOnlyList<ParameterDeclaration> declarations, IReadOnlyList<ParameterAxis> axes, IReadOnlyList<ParameterValue> own)
    {
        _own = [.. own];
        _near = new ParameterValue[own.Count][];
        for (var i = 0; i < own.Count; i++)
        {
            var axis = axes.FirstOrDefault(axis => axis.Name == declarations[i].Name);
            _near[i] = axis is null || declarations[i].Choices is not null ? [own[i]] : Near(axis, own[i]);
        }
    }

    /// <summary>Whether a set is a neighbour; the set itself is none.</summary>
    /// <param name="value">Gives the set's value of a parameter, by its position.</param>
    public bool Has(Func<int, ParameterValue> value)
    {
        var same = true;
        for (var i = 0; i < _own.Length; i++)
        {
            var other = value(i);
            if (!_near[i].Contains(other)) return false;
            same &= other.Equals(_own[i]);
        }

        return !same;
    }

    /// <summary>The value and those beside it, by size, since a list need not be in order.</summary>
    private static ParameterValue[] Near(ParameterAxis axis, ParameterValue own)
    {
        if (axis is { IsRange: true, Count: > 1 }) return NearInRange(axis, own);
        ParameterValue? below = null, above = null;
        for (var i = 0L; i < axis.Count; i++)
        {
            var value = axis[i];
            if (value.Number < own.Number && !(below?.Number > value.Number)) below = value;
            if (value.Number > own.Number && !(above?.Number < value.Number)) above = value;
        }

        return [.. new[] { below, own, above }.OfType<ParameterValue>()];
    }

    /// <summary>A range may have billions of values: they are not walked.</summary>
    private static ParameterValue[] NearInRange(ParameterAxis axis, ParameterValue own)
    {
        var at = (long)Math.Round((own.Number - axis[0].Number) / (axis[1].Number - axis[0].Number));
        return [.. new[] { at - 1, at, at + 1 }.Where(place => place >= 0 && place < axis.Count).Select(place => axis[place])];
    }
}
