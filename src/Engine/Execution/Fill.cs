namespace Backtest.Engine.Execution;

/// <summary>The execution of an order, or of a part of it.</summary>
/// <param name="Bar">The bar in which it happened, an index inside the backtest's slice.</param>
/// <param name="Quantity">The quantity: positive for a buy, negative for a sale; not zero.</param>
/// <param name="Price">The price, slippage included.</param>
/// <param name="Fee">The commission, in the account's currency; 0 or more.</param>
public readonly record struct Fill(int Bar, double Quantity, double Price, double Fee);
