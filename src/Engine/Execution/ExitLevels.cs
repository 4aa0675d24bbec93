using Backtest.Engine.Rules;

namespace Backtest.Engine.Execution;

/// <summary>The prices at which rules close a position. The trailing stop follows the best price since the entry.</summary>
internal struct ExitLevels
{
    private readonly bool _long;
    private readonly double _trail;
    private double _stop, _target, _best;

    /// <summary>The levels of a position that was just opened.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="side">1 for long, -1 for short.</param>
    /// <param name="entryPrice">The entry's fill price.</param>
    public ExitLevels(TradingRules rules, int side, double entryPrice)
    {
        (_long, _trail, _best) = (side > 0, rules.TrailingStop, entryPrice);
        Rebase(rules, entryPrice);
    }

    /// <summary>The price that closes the position with a loss, or a part of its profit given back: no price where there is no stop.</summary>
    public readonly double Stop => _trail > 0 ? Nearest(_best) : _stop;

    /// <summary>The price that takes the profit.</summary>
    public readonly double Target => _target;

    /// <summary>The mean entry price has changed.</summary>
    public void Rebase(TradingRules rules, double entryPrice)
    {
        // Prices are positive and finite: 0 and infinity are never reached.
        var (never, far) = _long ? (0, double.PositiveInfinity) : (double.PositiveInfinity, 0.0);
        var side = _long ? 1 : -1;
        _stop = rules.StopLoss > 0 ? entryPrice * (1 - side * rules.StopLoss) : never;
        _target = rules.TakeProfit > 0 ? entryPrice * (1 + side * rules.TakeProfit) : far;
    }

    /// <summary>The trailing stop takes in a bar that was checked.</summary>
    public void Take(double high, double low) => _best = _long ? Math.Max(_best, high) : Math.Min(_best, low);

    /// <summary>Each share has become so many.</summary>
    public void Split(double ratio) => (_stop, _target, _best) = (_stop / ratio, _target / ratio, _best / ratio);

    /// <summary>True where no bar of those whose highest high and lowest low these are can close the position; they are taken in then.</summary>
    public bool TakeUnhit(double highest, double lowest)
    {
        var best = _long ? Math.Max(_best, highest) : Math.Min(_best, lowest);
        var stop = _trail > 0 ? Nearest(best) : _stop;
        if (_long ? lowest <= stop || highest >= _target : highest >= stop || lowest <= _target) return false;
        _best = best;
        return true;
    }

    /// <summary>Whether a bar closes the position, and at what market price. The open comes first; inside the bar the stop is looked at
    /// before the target.</summary>
    public readonly bool IsHit(double open, double high, double low, out ExitHit hit) =>
        IsHitAtOpen(open, out hit) || IsStopHit(high, low, out hit) || IsTargetHit(high, low, out hit);

    /// <summary>Whether the open has passed a level.</summary>
    public readonly bool IsHitAtOpen(double open, out ExitHit hit)
    {
        var stopped = FillRules.Stop(Side, Stop, open, open, open) == open;
        hit = new ExitHit(open, stopped);
        return stopped || FillRules.Limit(Side, _target, open, open, open) == open;
    }

    /// <summary>Whether the stop lies inside the bar.</summary>
    public readonly bool IsStopHit(double high, double low, out ExitHit hit)
    {
        hit = new ExitHit(FillRules.Stop(Side, Stop, double.NaN, high, low), true);
        return hit.Price > 0;
    }

    /// <summary>Whether the target lies inside the bar.</summary>
    public readonly bool IsTargetHit(double high, double low, out ExitHit hit)
    {
        hit = new ExitHit(FillRules.Limit(Side, _target, double.NaN, high, low), false);
        return hit.Price > 0;
    }

    private readonly int Side => _long ? -1 : 1;

    private readonly double Nearest(double best) => _long ? Math.Max(_stop, best * (1 - _trail)) : Math.Min(_stop, best * (1 + _trail));
}

/// <summary>A position closed by a price.</summary>
/// <param name="Price">The market's price, before slippage.</param>
/// <param name="IsStop">True for a stop, which slips; false for a target, which is a limit and does not.</param>
internal readonly record struct ExitHit(double Price, bool IsStop);
