namespace Backtest.Engine.Search;

/// <summary>The settings of <see cref="TreeParzenSearch"/>.</summary>
public sealed record TreeParzenSettings
{
    /// <summary>The defaults.</summary>
    public static TreeParzenSettings Default { get; } = new();

    /// <summary>Sets are random until so many are told, in whole generations; 1 or more.</summary>
    public int StartupSets { get; init => field = AtLeast.One(value, nameof(StartupSets)); } = 20;

    /// <summary>The share of the trials that count as good; above 0 and below 1.</summary>
    public double Gamma
    {
        get;
        init => field = value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Gamma), value, "Gamma must be above 0 and below 1");
    } = 0.15;

    /// <summary>No more than so many trials count as good; 1 or more.</summary>
    public int MostGood { get; init => field = AtLeast.One(value, nameof(MostGood)); } = 25;

    /// <summary>How many candidates are drawn for each set that is asked for; 1 or more.</summary>
    public int Candidates { get; init => field = AtLeast.One(value, nameof(Candidates)); } = 24;

    /// <summary>What the prior weighs, in trials: the larger, the longer the search looks around; above 0.</summary>
    public double PriorWeight
    {
        get;
        init => field = value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(PriorWeight), value, "PriorWeight must be a number above 0");
    } = 1;
}
