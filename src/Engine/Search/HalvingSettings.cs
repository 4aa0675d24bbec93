namespace Backtest.Engine.Search;

/// <summary>The settings of <see cref="SuccessiveHalving"/>.</summary>
/// <param name="Eta">One set in so many survives a rung, and the data grow by as much; 2 or more.</param>
/// <param name="Rungs">The number of rungs, the last of them on all data; 1 to 20.</param>
public sealed record HalvingSettings(int Eta = 3, int Rungs = 4)
{
    /// <summary>One set in so many survives a rung.</summary>
    public int Eta { get; } = Eta >= 2 ? Eta : throw new ArgumentOutOfRangeException(nameof(Eta), Eta, "Eta must be 2 or more");

    /// <summary>The number of rungs.</summary>
    public int Rungs { get; } =
        Rungs is >= 1 and <= 20 ? Rungs : throw new ArgumentOutOfRangeException(nameof(Rungs), Rungs, "Rungs must be from 1 to 20");
}

/// <summary>A rung of successive halving.</summary>
/// <param name="Number">Counted from 0.</param>
/// <param name="Share">The share of the data that its sets are run on; above 0, at most 1.</param>
/// <param name="Sets">The number of sets that are run.</param>
public readonly record struct HalvingRung(int Number, double Share, int Sets);
