namespace Backtest.Engine.Search;

/// <summary>A front of one objective: it has one value, and dominates whatever comes later.</summary>
internal sealed class FrontPoint : IFrontOutline
{
    /// <inheritdoc />
    public bool Dominates(int trial) => true;

    /// <inheritdoc />
    public void Add(int trial)
    {
    }
}
