namespace Backtest.Engine.Search;

/// <summary>What a front of trials dominates. Trials come best first, by the first objective that differs, and no two are equal: so a trial that
/// came before dominates a later one if it is as good in every objective but the first.</summary>
internal interface IFrontOutline
{
    /// <summary>True where a trial of the front dominates this one, which comes after them.</summary>
    bool Dominates(int trial);

    /// <summary>Adds a trial that the front does not dominate.</summary>
    void Add(int trial);
}
