using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Rules;
using Backtest.Engine.Signals;

namespace Backtest.Engine.Simulation;

/// <summary>One run of signal columns with rules: it jumps from the signal that opens a position to what closes it, be it a signal, a price
/// or the longest holding.</summary>
internal readonly ref struct RuledRun
{
    private readonly Broker _broker;
    private readonly BarSlice _slice;
    private readonly SignalColumns _signals;
    private readonly AccountSettings _account;
    private readonly TradingRules _rules;
    private readonly ReadOnlySpan<double> _prices;
    private readonly int _delay;

    /// <summary>A run whose broker has begun.</summary>
    public RuledRun(Broker broker, BarSlice slice, SignalColumns signals, AccountSettings account, TradingRules rules)
    {
        (_broker, _slice, _signals, _account, _rules) = (broker, slice, signals, account, rules);
        _delay = account.Fill == FillTime.NextOpen ? 1 : 0;
        _prices = account.Fill == FillTime.NextOpen ? slice.Open : slice.Close;
    }

    /// <summary>Fills what signals and rules order, to the end of the bars.</summary>
    public void Trade()
    {
        var bar = _slice.First;
        while (true)
        {
            var from = Math.Max(bar, _broker.EntryAllowedFrom - _delay);
            var (decided, side) = SignalSimulation.NextOpening(_signals, _account.Direction, from);
            if (side == 0 || decided + _delay >= _slice.Count) return;
            bar = Open(decided, side) ? Leave(decided, side) : decided + 1;
        }
    }

    private bool Open(int decided, int side) => _broker.Open(decided + _delay, side, _prices[decided + _delay], decided) > 0;

    /// <summary>Closes the position that was decided on a bar, and those that reverse it.</summary>
    /// <returns>The bar from which signals may open the next position; the end of the bars where the position stays open.</returns>
    private int Leave(int decided, int side)
    {
        while (true)
        {
            var signal = (side > 0 ? _signals.Exits : _signals.Entries).NextSet(decided + 1);
            var due = signal < 0 ? int.MaxValue : signal + _delay;
            var exit = _rules.MaxHolding > 0 ? Math.Min(due, decided + _delay + _rules.MaxHolding) : due;
            if (_rules.HasExits && Hit(decided, side, exit) is >= 0 and var hit) return hit;
            if (exit >= _slice.Count) return _slice.Count;
            _broker.Close(exit, _prices[exit]);
            var reverses = _account.Direction == Direction.Both && exit == due && exit >= _broker.EntryAllowedFrom;
            if (!reverses || !Open(signal, -side)) return exit - _delay + 1;
            (decided, side) = (signal, -side);
        }
    }

    /// <summary>Closes the position where a price does so before the exit that is due.</summary>
    /// <returns>The bar; -1 where none does.</returns>
    private int Hit(int decided, int side, int exit)
    {
        var entry = decided + _delay;
        var levels = new ExitLevels(_rules, side, _broker.Portfolio.EntryPrice);
        if (_delay == 0)
        {
            // What is filled at a close is held from the next bar on, and an exit that is due at a close comes after that bar's prices.
            exit = exit == int.MaxValue ? exit : exit + 1;
            entry++;
        }
        else if (_rules.StopsFromNextBar)
        {
            entry++;
        }

        var bar = ExitScan.Find(_slice, ref levels, entry, Math.Min(exit, _slice.Count), out var hit);
        if (bar >= 0) _broker.Close(bar, hit);
        return bar;
    }
}
