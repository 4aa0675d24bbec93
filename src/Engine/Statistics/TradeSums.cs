using Backtest.Engine.Execution;

namespace Backtest.Engine.Statistics;

/// <summary>Counts and sums over a backtest's trades.</summary>
/// <param name="Trades">All trades, one still open at the end included.</param>
/// <param name="Closed">Trades that were closed.</param>
/// <param name="Won">Closed trades with a positive net result.</param>
/// <param name="Profit">Sum of the positive net results.</param>
/// <param name="Loss">Sum of the negative net results; 0 or less.</param>
/// <param name="Fees">All commissions paid, an open trade's entry included.</param>
/// <param name="Traded">Sum over all fills of notional / equity before the fill.</param>
public readonly record struct TradeSums(
    int Trades, int Closed, int Won, double Profit, double Loss, double Fees, double Traded)
{
    /// <summary>Sums over <paramref name="trades"/>, which follow each other and start from <paramref name="capital"/>.</summary>
    public static TradeSums Of(IReadOnlyList<Trade> trades, double capital)
    {
        var (closed, won) = (0, 0);
        var (profit, loss, fees, traded, cash) = (0.0, 0.0, 0.0, 0.0, capital);
        for (var i = 0; i < trades.Count; i++)
        {
            var trade = trades[i];
            var bought = trade.Quantity * trade.EntryPrice;
            fees += trade.EntryFee;
            traded += bought / cash;
            cash -= bought + trade.EntryFee;
            if (trade.IsOpen) continue;

            var sold = trade.Quantity * trade.ExitPrice;
            traded += sold / (cash + sold);
            cash += sold - trade.ExitFee;
            fees += trade.ExitFee;
            closed++;
            var result = trade.NetResult;
            if (result > 0) won++;
            profit += Math.Max(0, result);
            loss += Math.Min(0, result);
        }

        return new TradeSums(trades.Count, closed, won, profit, loss, fees, traded);
    }
}
