using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Signals;
using Backtest.Engine.Statistics;

namespace Backtest.Engine.Simulation;

/// <summary>Runs signal columns against bars: long only, all cash in, at most one position. One instance serves one worker, which
/// reuses it; nothing is allocated in a run once its list of trades has grown.</summary>
/// <remarks>The order inside a bar: an order placed earlier fills at the open; equity is marked at the close; the signals of the bar
/// decide, and what they order fills at the next open, or at this close where <see cref="FillTime.Close"/> says so. The run jumps from
/// signal to signal; the bars between are folded into the equity curve a position at a time.</remarks>
public sealed class SignalSimulation
{
    private readonly List<Trade> _trades = [];

    /// <summary>The trades of the last run in order of entry; the last one may be open.</summary>
    public IReadOnlyList<Trade> Trades => _trades;

    /// <summary>Runs one backtest.</summary>
    /// <param name="slice">The bars; no order is placed in the warm-up.</param>
    /// <param name="signals">The strategy's decisions, one bit a bar of the slice.</param>
    /// <param name="account">Capital, costs and fills.</param>
    /// <returns>The metrics of the window.</returns>
    public Metrics Run(BarSlice slice, SignalColumns signals, AccountSettings account)
    {
        var curve = new EquityFold(account.Capital, account.RiskFreePerBar, slice.First);
        Trade(slice, signals, account, ref curve);
        return Metrics.Of(in curve, _trades, account);
    }

    /// <summary>Runs one backtest and writes its equity at each close of the window, the same that the run folds.</summary>
    /// <param name="slice">The bars.</param>
    /// <param name="signals">The strategy's decisions.</param>
    /// <param name="account">Capital, costs and fills.</param>
    /// <param name="equity">Takes <see cref="BarSlice.WindowCount"/> values.</param>
    public Metrics Run(BarSlice slice, SignalColumns signals, AccountSettings account, Span<double> equity)
    {
        var metrics = Run(slice, signals, account);
        var cash = account.Capital;
        var next = slice.First;
        foreach (var trade in _trades)
        {
            equity[(next - slice.First)..(trade.EntryBar - slice.First)].Fill(cash);
            cash -= trade.Quantity * trade.EntryPrice + trade.EntryFee;
            next = trade.IsOpen ? slice.Count : trade.ExitBar;
            for (var bar = trade.EntryBar; bar < next; bar++)
                equity[bar - slice.First] = trade.Quantity * slice.Close[bar] + cash;
            if (!trade.IsOpen) cash += trade.Quantity * trade.ExitPrice - trade.ExitFee;
        }

        equity[(next - slice.First)..].Fill(cash);
        return metrics;
    }

    private void Trade(BarSlice slice, SignalColumns signals, AccountSettings account, ref EquityFold curve)
    {
        _trades.Clear();
        var delay = account.Fill == FillTime.NextOpen ? 1 : 0;
        var prices = account.Fill == FillTime.NextOpen ? slice.Open : slice.Close;
        var cash = account.Capital;
        var bar = slice.First;
        while (signals.Entries.NextSet(bar) is >= 0 and var entrySignal && entrySignal + delay < slice.Count)
        {
            var entryBar = entrySignal + delay;
            var entryPrice = account.Costs.BuyPrice(prices[entryBar]);
            var quantity = account.Costs.LargestQuantity(cash, entryPrice);
            if (!(quantity > 0)) break;
            var entryFee = account.Costs.Fee(quantity * entryPrice);
            cash -= quantity * entryPrice + entryFee;

            var exitSignal = signals.Exits.NextSet(entrySignal + 1);
            var open = exitSignal < 0 || exitSignal + delay >= slice.Count;
            var exitBar = open ? slice.Count : exitSignal + delay;
            curve.Flat(entryBar);
            curve.Hold(slice.Close[entryBar..exitBar], quantity, cash);
            if (open)
            {
                _trades.Add(new Trade(entryBar, -1, quantity, entryPrice, double.NaN, entryFee, 0));
                return;
            }

            var exitPrice = account.Costs.SellPrice(prices[exitBar]);
            var exitFee = account.Costs.Fee(quantity * exitPrice);
            cash += quantity * exitPrice - exitFee;
            _trades.Add(new Trade(entryBar, exitBar, quantity, entryPrice, exitPrice, entryFee, exitFee));
            curve.Mark(cash);
            bar = exitSignal + 1;
        }

        curve.Flat(slice.Count);
    }
}
