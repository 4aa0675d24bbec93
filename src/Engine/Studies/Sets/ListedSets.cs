using Backtest.Engine.Parameters;

namespace Backtest.Engine.Studies.Sets;

/// <summary>Sets that a search asked for, in the order in which it did.</summary>
/// <param name="grids">The grid of each strategy.</param>
/// <param name="sets">The sets; not to be changed afterwards.</param>
internal sealed class ListedSets(ParameterGrid[] grids, AskedSet[] sets) : ISetSource
{
    /// <inheritdoc />
    public long Count => sets.Length;

    /// <inheritdoc />
    public int Read(long number, IReadOnlyList<ParameterSet> into)
    {
        var asked = sets[number];
        grids[asked.Strategy].Read(asked.Set, into[asked.Strategy]);
        return asked.Strategy;
    }
}

/// <summary>A set that a search asked for.</summary>
/// <param name="Strategy">Position of its strategy in the study.</param>
/// <param name="Set">The index of the combination in that strategy's grid.</param>
public readonly record struct AskedSet(int Strategy, long Set);
