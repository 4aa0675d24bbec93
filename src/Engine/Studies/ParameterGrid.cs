using Backtest.Engine.Parameters;

namespace Backtest.Engine.Studies;

/// <summary>The product of a strategy's axes, the first declared parameter outermost. Nothing is materialised: a combination is an index.</summary>
public sealed class ParameterGrid
{
    private readonly (int Position, ParameterAxis Axis)[] _axes;

    /// <summary>The grid of the axes, in the order in which the strategy declares their parameters.</summary>
    /// <exception cref="ArgumentException">An axis names no declared parameter.</exception>
    /// <exception cref="OverflowException">The product exceeds 64 bits.</exception>
    public ParameterGrid(IReadOnlyList<ParameterDeclaration> declarations, IReadOnlyList<ParameterAxis> axes)
    {
        Declarations = declarations;
        _axes = [.. axes.Select(axis => (Position(axis.Name), axis)).OrderBy(pair => pair.Item1)];
        Axes = [.. _axes.Select(pair => pair.Axis)];
        Count = _axes.Aggregate(1L, (product, pair) => checked(product * pair.Axis.Count));

        int Position(string name)
        {
            for (var i = 0; i < declarations.Count; i++)
            {
                if (declarations[i].Name == name) return i;
            }

            throw new ArgumentException($"no parameter '{name}' is declared", nameof(axes));
        }
    }

    /// <summary>The strategy's parameters.</summary>
    public IReadOnlyList<ParameterDeclaration> Declarations { get; }

    /// <summary>The axes, in the order in which the strategy declares their parameters: the last varies fastest.</summary>
    public IReadOnlyList<ParameterAxis> Axes { get; }

    /// <summary>The number of combinations.</summary>
    public long Count { get; }

    /// <summary>Writes the combination at <paramref name="index"/> into <paramref name="set"/>, which was made for the same declarations.</summary>
    public void Read(long index, ParameterSet set)
    {
        for (var i = _axes.Length - 1; i >= 0; i--)
        {
            var (position, axis) = _axes[i];
            (index, var at) = Math.DivRem(index, axis.Count);
            set[position] = axis[at];
        }
    }
}
