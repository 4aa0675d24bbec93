namespace Backtest.Engine.Statistics;

/// <summary>Counts and sums over a backtest's trades and fills.</summary>
/// <param name="Trades">All trades, one still open at the end included.</param>
/// <param name="Closed">Trades that were closed.</param>
/// <param name="Won">Closed trades with a positive net result.</param>
/// <param name="Profit">Sum of the positive net results.</param>
/// <param name="Loss">Sum of the negative net results; 0 or less.</param>
/// <param name="Fees">All commissions paid, an open trade's entry included.</param>
/// <param name="Traded">Sum over all fills of notional / equity before the fill, at the fill's price.</param>
public readonly record struct TradeSums(
    int Trades, int Closed, int Won, double Profit, double Loss, double Fees, double Traded)
{
    /// <summary>The sums over the trades and fills of both.</summary>
    public static TradeSums operator +(TradeSums left, TradeSums right) => new(
        left.Trades + right.Trades,
        left.Closed + right.Closed,
        left.Won + right.Won,
        left.Profit + right.Profit,
        left.Loss + right.Loss,
        left.Fees + right.Fees,
        left.Traded + right.Traded);
}
