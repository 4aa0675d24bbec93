namespace Backtest.Engine.Search;

/// <summary>Successive halving: many sets are run on little data, the best of them on more, and so on (K. Jamieson and A. Talwalkar, "Non-stochastic
/// best arm identification and hyperparameter optimization", 2016). Of n sets, rung k of R runs floor(n / eta^k), at least one, on the share
/// eta^(k + 1 - R) of the data; so every rung costs about the same, and the last is run on all data.</summary>
public static class SuccessiveHalving
{
    /// <summary>The rungs for so many sets.</summary>
    /// <param name="sets">The number of sets of the first rung; 1 or more.</param>
    /// <param name="settings">The settings.</param>
    public static IReadOnlyList<HalvingRung> Rungs(int sets, HalvingSettings settings)
    {
        AtLeast.One(sets, nameof(sets));
        var rungs = new HalvingRung[settings.Rungs];
        var left = sets;
        for (var k = 0; k < rungs.Length; k++)
        {
            rungs[k] = new HalvingRung(k, 1 / Math.Pow(settings.Eta, rungs.Length - 1 - k), left);
            left = Math.Max(1, left / settings.Eta);
        }

        return rungs;
    }

    /// <summary>Which trials go on: the best <paramref name="keep"/> by <see cref="ParetoFront.BestFirst"/>, ties in the order of the list, as
    /// ascending positions in it. Failed and infeasible trials go on only where there are too few others.</summary>
    /// <exception cref="ArgumentException">The trials have no objectives, or not all as many.</exception>
    public static IReadOnlyList<int> Survivors(IReadOnlyList<Trial> trials, int keep)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(keep);
        return [.. ParetoFront.BestFirst(trials).Take(keep).Order()];
    }
}
