namespace Backtest.Actors.Supervision;

/// <summary>Consecutive backtests of a stage, by their positions in it; for a plan that is one stage those are its indices.</summary>
/// <param name="First">Position of the first.</param>
/// <param name="Count">How many; 1 or more.</param>
public readonly record struct IndexRange(long First, long Count)
{
    /// <summary>The position after the last.</summary>
    public long End => First + Count;

    /// <summary><c>first..last</c>.</summary>
    public override string ToString() => $"{First}..{End - 1}";
}
