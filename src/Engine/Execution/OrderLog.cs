using Backtest.Engine.Bars;

namespace Backtest.Engine.Execution;

/// <summary>The orders that were not filled since a rule forbade it, with the reason.</summary>
public sealed class OrderLog
{
    /// <summary>So many rejections are listed; all are counted.</summary>
    public const int MostListed = 1000;

    private readonly List<Rejection> _listed = [];
    private int _count, _bar = -1;

    /// <summary>How many orders were rejected.</summary>
    public int Count => _count;

    /// <summary>The first rejections, in order.</summary>
    public IReadOnlyList<Rejection> Rejections => _listed;

    internal void Clear()
    {
        (_count, _bar) = (0, -1);
        _listed.Clear();
    }

    /// <summary>A portfolio is at a bar of its timeline: that is the bar which is noted from now on.</summary>
    internal void MoveTo(int bar) => _bar = bar;

    internal void Add(int bar, int symbol, RejectionReason reason)
    {
        _count++;
        if (_listed.Count < MostListed) _listed.Add(new Rejection(_bar < 0 ? bar : _bar, reason) { Symbol = symbol });
    }

    internal void Persist(StateCodec state)
    {
        state.Value(ref _count);
        state.Values(_listed);
    }
}

/// <summary>An order that was not filled.</summary>
/// <param name="Bar">The bar in which it was rejected.</param>
/// <param name="Reason">Why.</param>
public readonly record struct Rejection(int Bar, RejectionReason Reason)
{
    /// <summary>The order's symbol in a portfolio, counted from 0.</summary>
    public int Symbol { get; init; }
}

/// <summary>Why an order was rejected.</summary>
public enum RejectionReason
{
    /// <summary>Its quantity is zero, or the rules give none.</summary>
    NoQuantity,

    /// <summary>Equity does not pay for the position that it would make.</summary>
    Equity,

    /// <summary>The study's direction does not allow the position that it would make.</summary>
    Direction,

    /// <summary>It would open a position before a cooldown is over.</summary>
    Cooldown,

    /// <summary>It only reduces, and there is no position that it would.</summary>
    NothingToReduce,

    /// <summary>It would open one position more than the rules allow.</summary>
    OpenPositions,

    /// <summary>Equity fell below the maintenance margin: all positions were closed and all orders cancelled.</summary>
    Liquidation,
}
