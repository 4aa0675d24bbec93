namespace Backtest.Engine.Execution;

/// <summary>Which positions a study may hold, and so what a signal means.</summary>
public enum Direction
{
    /// <summary>Long positions: an entry signal opens one, an exit signal closes it.</summary>
    Long,

    /// <summary>Short positions, the mirror: an exit signal opens one, an entry signal covers it. What borrowing costs, and whether
    /// there is a margin call, <see cref="AccountTerms"/> says.</summary>
    Short,

    /// <summary>Both: an entry signal goes long, an exit signal goes short. A position on the other side is closed at the same price before; where a
    /// bar has both signals, the one that changes the position acts, and the entry where there is none.</summary>
    Both,
}
