using Backtest.Engine.Parameters;

namespace Backtest.Engine.Studies.Sets;

/// <summary>The parameter sets of a plan, over all strategies, by number. Safe for use by several threads.</summary>
internal interface ISetSource
{
    /// <summary>How many there are.</summary>
    long Count { get; }

    /// <summary>Reads a set into the one of its strategy.</summary>
    /// <param name="number">The set's number, counted from 0.</param>
    /// <param name="sets">A set to read into for each strategy.</param>
    /// <returns>The position of its strategy in the study.</returns>
    int Read(long number, IReadOnlyList<ParameterSet> sets);
}
