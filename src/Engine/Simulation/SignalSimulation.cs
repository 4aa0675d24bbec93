using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Rules;
using Backtest.Engine.Signals;
using Backtest.Engine.Statistics;

namespace Backtest.Engine.Simulation;

/// <summary>Runs signal columns against bars: at most one position, of all equity unless rules say otherwise. One instance serves one worker, which
/// reuses it; nothing is allocated in a run once its list of trades has grown.</summary>
/// <remarks>The order inside a bar: an order placed earlier fills at the open; then rules may close the position by a price; equity is marked at the
/// close; the signals of the bar decide, and what they order fills at the next open, or at this close where <see cref="FillTime.Close"/> says so. The
/// run jumps from signal to signal, and with rules from signal to price; the bars between are folded into the equity curve a position at a
/// time.</remarks>
public sealed class SignalSimulation
{
    private readonly Broker _broker = new();

    /// <summary>The trades of the last run in order of entry; the last one may be open.</summary>
    public IReadOnlyList<Trade> Trades => _broker.Portfolio.Trades;

    /// <summary>Runs one backtest without rules.</summary>
    /// <param name="slice">The bars; no order is placed in the warm-up.</param>
    /// <param name="signals">The strategy's decisions, one bit a bar of the slice.</param>
    /// <param name="account">Capital, costs, fills and direction.</param>
    /// <param name="equity">Takes equity at each close of the window, <see cref="BarSlice.WindowCount"/> values; empty where nobody wants it.</param>
    /// <returns>The metrics of the window.</returns>
    public Metrics Run(BarSlice slice, SignalColumns signals, AccountSettings account, Memory<double> equity = default) =>
        Run(slice, signals, account, TradingRules.None, equity);

    /// <summary>Runs one backtest.</summary>
    /// <param name="slice">The bars; no order is placed in the warm-up.</param>
    /// <param name="signals">The strategy's decisions, one bit a bar of the slice.</param>
    /// <param name="account">Capital, costs, fills and direction.</param>
    /// <param name="rules">The rules on top.</param>
    /// <param name="equity">Takes equity at each close of the window, <see cref="BarSlice.WindowCount"/> values; empty where nobody wants it.</param>
    /// <returns>The metrics of the window.</returns>
    public Metrics Run(BarSlice slice, SignalColumns signals, AccountSettings account, TradingRules rules, Memory<double> equity = default)
    {
        _broker.Begin(slice, account, rules, equity);
        if (rules == TradingRules.None) Trade(slice, signals, account);
        else new RuledRun(_broker, slice, signals, account, rules).Trade();
        return _broker.Portfolio.Finish();
    }

    private void Trade(BarSlice slice, SignalColumns signals, AccountSettings account)
    {
        var delay = account.Fill == FillTime.NextOpen ? 1 : 0;
        var prices = account.Fill == FillTime.NextOpen ? slice.Open : slice.Close;
        var (decided, side) = NextOpening(signals, account.Direction, slice.First);
        while (side != 0 && decided + delay < slice.Count && _broker.Open(decided + delay, side, prices[decided + delay], decided) > 0)
        {
            decided = (side > 0 ? signals.Exits : signals.Entries).NextSet(decided + 1);
            if (decided < 0 || decided + delay >= slice.Count) break;
            _broker.Close(decided + delay, prices[decided + delay]);
            if (account.Direction == Direction.Both) side = -side;
            else (decided, side) = NextOpening(signals, account.Direction, decided + 1);
        }
    }

    /// <summary>The next bar from <paramref name="bar"/> on whose signal opens a position, and its side; 0 where there is none.</summary>
    internal static (int Bar, int Side) NextOpening(SignalColumns signals, Direction direction, int bar)
    {
        var entry = direction == Direction.Short ? -1 : signals.Entries.NextSet(bar);
        if (direction == Direction.Long) return (entry, entry < 0 ? 0 : 1);
        var exit = signals.Exits.NextSet(bar);
        if (entry >= 0 && (exit < 0 || entry <= exit)) return (entry, 1);
        return (exit, exit < 0 ? 0 : -1);
    }
}
