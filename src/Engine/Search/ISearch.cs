namespace Backtest.Engine.Search;

/// <summary>A way to choose the parameter sets to run. It is a pure function of its settings, of the space and of what was told, so that an
/// interrupted search goes on to the same sets, on any number of workers.</summary>
public interface ISearch
{
    /// <summary>How many sets are decided together, before the outcome of any of them is known; 1 or more. An adaptive search learns from whole
    /// generations only, counted from the first trial told.</summary>
    int Generation { get; }

    /// <summary>The next sets to run, all allowed, none told before and none twice. Fewer than asked for where the space ends or nearly ends, and,
    /// of an adaptive search, where the generation ends. None: the search is over.</summary>
    /// <param name="space">The sets to choose from.</param>
    /// <param name="told">What was run before, in the order in which it was asked for.</param>
    /// <param name="most">How many sets to give at most; 0 or more.</param>
    IReadOnlyList<long> Ask(SearchSpace space, IReadOnlyList<Trial> told, int most);
}
