namespace Backtest.Engine.Execution;

/// <summary>When an order that a strategy places at the close of a bar is filled.</summary>
public enum FillTime
{
    /// <summary>At the open of the next bar; an order placed on the last bar is never filled.</summary>
    NextOpen,

    /// <summary>At the close of the same bar, the price that the decision has seen.</summary>
    Close,
}
