using Backtest.Engine.Execution;
using Backtest.Engine.Market;

namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>How far the price went against a trade, and in its favour, while it was held. J. Sweeney, Maximum Adverse Excursion (1996).</summary>
/// <param name="Adverse">The worst price over the entry's, as a return of the position; 0 or negative (MAE).</param>
/// <param name="Favorable">The best price over the entry's, as a return of the position; 0 or positive (MFE).</param>
/// <remarks>What is known to have been held counts: the entry's price, the highs and lows of the bars between, those of the entry's bar where it
/// was filled at the open, and of the exit's bar the exit's price alone, since bars do not tell what came first in it.</remarks>
public readonly record struct TradeExcursion(double Adverse, double Favorable)
{
    /// <summary>The excursion of a trade; of one that is open, up to the last bar.</summary>
    /// <param name="trade">The trade.</param>
    /// <param name="slice">The bars that it was made on.</param>
    /// <param name="fill">When entries fill.</param>
    public static TradeExcursion Of(in Trade trade, BarSlice slice, FillTime fill)
    {
        var first = fill == FillTime.NextOpen ? trade.EntryBar : trade.EntryBar + 1;
        var end = trade.IsOpen ? slice.Count : trade.ExitBar;
        var (low, high) = (trade.EntryPrice, trade.EntryPrice);
        if (!trade.IsOpen) (low, high) = (Math.Min(low, trade.ExitPrice), Math.Max(high, trade.ExitPrice));
        var symbol = slice.Portfolio.Symbols[trade.Symbol]!;
        for (var at = first; at < end; at++)
        {
            // A symbol of a portfolio need not have a bar at each moment.
            if (slice.Portfolio.BarsAt(at)[trade.Symbol] is not (>= 0 and var bar)) continue;
            low = Math.Min(low, symbol.Low[bar]);
            high = Math.Max(high, symbol.High[bar]);
        }

        var (down, up) = (low / trade.EntryPrice - 1, high / trade.EntryPrice - 1);
        return trade.Quantity > 0 ? new TradeExcursion(down, up) : new TradeExcursion(-up, -down);
    }
}
