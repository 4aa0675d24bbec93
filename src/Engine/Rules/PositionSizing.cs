namespace Backtest.Engine.Rules;

/// <summary>How large a position is opened: what <see cref="TradingRules.PositionSize"/> means. A position never exceeds what equity pays
/// for, fee included.</summary>
public enum PositionSizing
{
    /// <summary>A fraction of equity; 1 is all of it.</summary>
    Equity,

    /// <summary>A fixed quantity of the symbol.</summary>
    Quantity,

    /// <summary>A fixed amount of the account's currency, fee included.</summary>
    Cash,

    /// <summary>A target for the position's yearly volatility: equity x target / realised volatility of the last
    /// <see cref="TradingRules.VolatilityBars"/> returns of the close, and nothing before there are as many.</summary>
    Volatility,

    /// <summary>The fraction of equity that is lost, costs aside, if the nearest stop is hit at its price.</summary>
    Risk,

    /// <summary>A fraction of the Kelly fraction W - (1 - W) / R of the closed trades so far, W their win rate and R their mean profit / mean loss.
    /// Until <see cref="TradingRules.KellyTrades"/> trades are closed it is that fraction of equity; where Kelly's is not positive, nothing is
    /// opened any more.</summary>
    Kelly,
}
