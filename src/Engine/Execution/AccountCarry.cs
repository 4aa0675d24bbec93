namespace Backtest.Engine.Execution;

/// <summary>What holding positions has earned and cost beside their prices, in the account's currency; costs are negative.</summary>
/// <param name="Borrow">For symbols that were borrowed to sell them short.</param>
/// <param name="Funding">Between long and short positions, as of perpetual futures.</param>
/// <param name="Interest">For borrowed cash. It belongs to no position, so that no trade's result has it.</param>
/// <param name="Dividends">Paid to long positions, and by short ones.</param>
public readonly record struct AccountCarry(double Borrow, double Funding, double Interest, double Dividends)
{
    /// <summary>All of it.</summary>
    public double Total => Borrow + Funding + Interest + Dividends;
}
