namespace Backtest.Engine.Execution;

/// <summary>From the entry into a position to the exit from it. Bars are indices inside the backtest's slice. A position that is closed in parts
/// gives a trade for each part; one that was entered in parts has the mean price of them.</summary>
/// <param name="EntryBar">The bar whose open or close filled the entry, the first one where there were several.</param>
/// <param name="ExitBar">The bar that filled the exit; -1 while the position is open.</param>
/// <param name="Quantity">The quantity held; positive for a long position, negative for a short one.</param>
/// <param name="EntryPrice">The price of the entry, slippage included.</param>
/// <param name="ExitPrice">The price of the exit, slippage included; NaN while open.</param>
/// <param name="EntryFee">The entry's commission.</param>
/// <param name="ExitFee">The exit's commission; 0 while open.</param>
public readonly record struct Trade(
    int EntryBar, int ExitBar, double Quantity, double EntryPrice, double ExitPrice, double EntryFee, double ExitFee)
{
    /// <summary>The position's symbol in a portfolio, counted from 0.</summary>
    public int Symbol { get; init; }

    /// <summary>True where the account was liquidated: the exit was forced.</summary>
    public bool IsLiquidation { get; init; }

    /// <summary>What the position earned or cost beside its prices and commissions, in the account's currency: borrow, funding, dividends, and the
    /// change of its currency's rate; of an open one so far.</summary>
    public double Carry { get; init; }

    /// <summary>True until the exit is filled.</summary>
    public bool IsOpen => ExitBar < 0;

    /// <summary>Profit or loss net of both fees and with the carry, in the account's currency; NaN while open.</summary>
    public double NetResult => Quantity * (ExitPrice - EntryPrice) - EntryFee - ExitFee + Carry;
}
