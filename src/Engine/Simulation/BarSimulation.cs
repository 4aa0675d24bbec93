using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Statistics;

namespace Backtest.Engine.Simulation;

/// <summary>Runs a bar-by-bar strategy against bars. One instance serves one worker, which reuses it; nothing is allocated for a bar.</summary>
/// <remarks>The order inside a bar: orders placed earlier work against it; equity is marked at its close; the strategy sees the bars up to it and
/// decides; what it orders works from the next bar on, or fills at this close where <see cref="FillTime.Close"/> says so.</remarks>
public sealed class BarSimulation
{
    private readonly Broker _broker = new();
    private readonly OrderBook _book = new(new OrderLog());
    private readonly BarExecution _execution;
    private readonly OrderTicket _ticket;
    private IBarStrategy? _strategy;
    private BarSlice? _slice;
    private int _bar;

    /// <summary>A simulation without a run.</summary>
    public BarSimulation() => (_execution, _ticket) = (new BarExecution(_broker, _book), new OrderTicket(_book));

    /// <summary>The trades of the last run in order of exit; one still open at the end comes last.</summary>
    public IReadOnlyList<Trade> Trades => _broker.Portfolio.Trades;

    /// <summary>The orders of the last run that were rejected.</summary>
    public OrderLog Log => _book.Log;

    /// <summary>Cash and position after the last bar that was run.</summary>
    internal Portfolio Portfolio => _broker.Portfolio;

    /// <summary>The bar that comes next.</summary>
    public int Bar => _bar;

    /// <summary>Runs one backtest.</summary>
    /// <param name="slice">The bars; no order is placed in the warm-up.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="account">Capital, costs, fills and direction.</param>
    /// <param name="rules">The rules on top.</param>
    /// <param name="equity">Takes equity at each close of the window, <see cref="BarSlice.WindowCount"/> values; empty where nobody wants it.</param>
    /// <returns>The metrics of the window.</returns>
    public Metrics Run(
        BarSlice slice, IBarStrategy strategy, ParameterSet parameters, AccountSettings account, TradingRules rules, Memory<double> equity = default)
    {
        Begin(slice, strategy, parameters, account, rules, equity);
        Advance(slice.Count);
        return Finish();
    }

    /// <summary>Begins a run that is advanced in steps; the arguments are those of <see cref="Run"/>.</summary>
    public void Begin(
        BarSlice slice, IBarStrategy strategy, ParameterSet parameters, AccountSettings account, TradingRules rules, Memory<double> equity = default)
    {
        (_slice, _strategy, _bar) = (slice, strategy, 0);
        _broker.Begin(slice, account, rules, equity);
        _execution.Begin(account, rules);
        Log.Clear();
        strategy.Begin(parameters);
    }

    /// <summary>Runs the bars up to, not with, <paramref name="end"/>.</summary>
    public void Advance(int end)
    {
        var (slice, strategy, portfolio) = (_slice!, _strategy!, _broker.Portfolio);
        var history = new BarHistory(slice);
        var closes = slice.Close;
        _ticket.IsOpen = false;
        for (var last = Math.Min(end, slice.First); _bar < last; _bar++)
        {
            history.MoveTo(_bar);
            portfolio.Mark(closes[_bar]);
            strategy.OnBar(in history, portfolio, _ticket);
        }

        _ticket.IsOpen = true;
        for (; _bar < end; _bar++)
        {
            history.MoveTo(_bar);
            if (_execution.HasWork) _execution.Work(_bar, history[0]);
            var close = closes[_bar];
            portfolio.Mark(close);
            _book.MoveTo(_bar, close);
            strategy.OnBar(in history, portfolio, _ticket);
            if (_execution.HasDecisions) _execution.Decide(_bar, close, history.Volume[_bar]);
        }
    }

    /// <summary>Ends the run at the slice's last close.</summary>
    /// <returns>The metrics of the window.</returns>
    public Metrics Finish() => _broker.Portfolio.Finish();

    /// <summary>The state between two bars, which <see cref="Restore"/> takes.</summary>
    public byte[] Save() => StateCodec.Save(Persist);

    /// <summary>Goes back to a state that was saved. The run has begun with the same arguments.</summary>
    /// <exception cref="ArgumentException">The state is of another version or strategy.</exception>
    public void Restore(byte[] saved) => StateCodec.Restore(saved, Persist);

    private void Persist(StateCodec state)
    {
        state.Value(ref _bar);
        _execution.Persist(state);
        Log.Persist(state);
        _strategy!.Persist(state);
    }
}
