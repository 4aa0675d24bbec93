namespace Backtest.Actors.Supervision;

/// <summary>Consecutive backtests of a plan.</summary>
/// <param name="First">Index of the first.</param>
/// <param name="Count">How many; 1 or more.</param>
public readonly record struct IndexRange(long First, long Count)
{
    /// <summary>The index after the last.</summary>
    public long End => First + Count;

    /// <summary><c>first..last</c>.</summary>
    public override string ToString() => $"{First}..{End - 1}";
}
