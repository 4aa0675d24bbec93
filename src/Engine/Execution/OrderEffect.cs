namespace Backtest.Engine.Execution;

/// <summary>What an order is to the costs of its fill.</summary>
internal enum OrderEffect
{
    /// <summary>It takes what the market gives: it slips, pays half the spread, moves the price by its size, and pays a taker's commission.</summary>
    Market,

    /// <summary>A limit order that the market has passed when it comes: it does not slip, and pays a taker's commission.</summary>
    Passed,

    /// <summary>A limit order that has waited for the market: it does not slip, and pays a maker's commission.</summary>
    Resting,
}
