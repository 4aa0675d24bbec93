using Backtest.Engine.Bars;
using Backtest.Engine.Rules;

namespace Backtest.Engine.Execution;

/// <summary>Watches over the position of a bar-by-bar run: keeps the levels at which rules close it in step with its fills.</summary>
internal sealed class PositionGuard
{
    private TradingRules _rules = TradingRules.None;
    private ExitLevels _levels;
    private int _side, _firstBar, _insideBar;
    private double _entryPrice;

    /// <summary>Starts without a position.</summary>
    public void Begin(TradingRules rules) => (_rules, _side) = (rules, 0);

    /// <summary>Whether there is a position to watch over.</summary>
    public bool IsActive => _side != 0 && _rules.HasExits;

    /// <summary>Looks at the portfolio after a fill.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="bar">The bar of the fill.</param>
    /// <param name="moment">When in the bar.</param>
    /// <returns>True where a position was closed.</returns>
    public bool Follow(Portfolio portfolio, int bar, FillMoment moment)
    {
        var (side, before) = (Math.Sign(portfolio.Quantity), _side);
        if (side == before)
        {
            if (side == 0 || portfolio.EntryPrice == _entryPrice) return false;
            _entryPrice = portfolio.EntryPrice;
            _levels.Rebase(_rules, _entryPrice);
            return false;
        }

        _side = side;
        if (side != 0)
        {
            _entryPrice = portfolio.EntryPrice;
            _levels = new ExitLevels(_rules, side, _entryPrice);
            _firstBar = moment == FillMoment.Close || _rules.StopsFromNextBar ? bar + 1 : bar;
            _insideBar = moment == FillMoment.Inside ? bar : -1;
        }

        return before != 0;
    }

    /// <summary>Whether the bar's open closes the position.</summary>
    public bool IsHitAtOpen(int bar, double open, out ExitHit hit)
    {
        hit = default;
        return IsActive && bar >= _firstBar && bar != _insideBar && _levels.IsHitAtOpen(open, out hit);
    }

    /// <summary>Whether the stop inside the bar closes the position.</summary>
    public bool IsStopHit(int bar, double high, double low, out ExitHit hit)
    {
        hit = default;
        return IsActive && bar >= _firstBar && _levels.IsStopHit(high, low, out hit);
    }

    /// <summary>Whether the target inside the bar closes the position.</summary>
    public bool IsTargetHit(int bar, double high, double low, out ExitHit hit)
    {
        hit = default;
        return IsActive && bar >= _firstBar && bar != _insideBar && _levels.IsTargetHit(high, low, out hit);
    }

    /// <summary>The bar was checked.</summary>
    public void Take(int bar, double high, double low)
    {
        if (IsActive && bar >= _firstBar && bar != _insideBar) _levels.Take(high, low);
    }

    /// <summary>Each share has become so many.</summary>
    public void Split(double ratio)
    {
        _entryPrice /= ratio;
        _levels.Split(ratio);
    }

    /// <summary>Saves or restores.</summary>
    public void Persist(StateCodec state)
    {
        state.Value(ref _levels);
        state.Value(ref _side);
        state.Value(ref _firstBar);
        state.Value(ref _insideBar);
        state.Value(ref _entryPrice);
    }
}

/// <summary>When in a bar something was filled.</summary>
internal enum FillMoment
{
    /// <summary>At its open.</summary>
    Open,

    /// <summary>Between open and close.</summary>
    Inside,

    /// <summary>At its close.</summary>
    Close,
}
