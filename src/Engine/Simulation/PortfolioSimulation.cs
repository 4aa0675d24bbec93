using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Statistics;

namespace Backtest.Engine.Simulation;

/// <summary>Runs a strategy against the bars of several symbols with one purse, or of one symbol on terms that each bar has to look at. One
/// instance serves one worker, which reuses it; nothing is allocated for a bar.</summary>
/// <remarks>At each moment of the merged timeline: all symbols that have a bar open, then what lies inside their bars, then they close; equity is
/// marked; the strategy decides. Within each of these steps the symbols whose market orders make a position smaller come first, then the others,
/// both in the order of the portfolio. See docs/fills.md.</remarks>
public sealed class PortfolioSimulation
{
    private readonly Account _account = new();
    private readonly PortfolioOrders _orders;
    private readonly MarginCall _margin;
    private IPortfolioStrategy? _strategy;
    private AccountSettings? _settings;
    private BarSlice? _slice;
    private int[] _working = [];
    private bool[] _done = [];
    private long _opened, _closed;
    private int _at;
    private bool _hasMoments;

    /// <summary>A simulation without a run.</summary>
    public PortfolioSimulation() => (_orders, _margin) = (new PortfolioOrders(_account), new MarginCall(_account));

    /// <summary>The trades of the last run in order of exit, bars counted on the timeline; those still open at the end come last.</summary>
    public IReadOnlyList<Trade> Trades => _account.Trades;

    /// <summary>What holding positions has earned and cost in the last run.</summary>
    public AccountCarry Carry => _account.Carry;

    /// <summary>The orders of the last run that were rejected.</summary>
    public OrderLog Log => _account.Log;

    /// <summary>Runs one backtest.</summary>
    /// <param name="slice">The bars of a portfolio, or of one symbol; no order is placed in the warm-up.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="account">Capital, costs, fills, direction and terms.</param>
    /// <param name="rules">The rules on top.</param>
    /// <param name="equity">Takes equity at each close of the window, <see cref="BarSlice.WindowCount"/> values; empty where nobody wants it.</param>
    /// <returns>The metrics of the window.</returns>
    /// <exception cref="ArgumentException">The strategy cannot trade as many symbols.</exception>
    public Metrics Run(
        BarSlice slice,
        IPortfolioStrategy strategy,
        ParameterSet parameters,
        AccountSettings account,
        TradingRules rules,
        Memory<double> equity = default)
    {
        Begin(slice, strategy, parameters, account, rules, equity);
        Advance(slice.Count);
        return Finish();
    }

    /// <summary>Begins a run that is advanced in steps; the arguments are those of <see cref="Run"/>.</summary>
    /// <exception cref="ArgumentException">The strategy cannot trade as many symbols.</exception>
    public void Begin(
        BarSlice slice,
        IPortfolioStrategy strategy,
        ParameterSet parameters,
        AccountSettings account,
        TradingRules rules,
        Memory<double> equity = default)
    {
        var symbols = slice.Portfolio.Symbols.Length;
        if (strategy.Defect(symbols) is { } defect) throw new ArgumentException(defect, nameof(strategy));
        (_slice, _strategy, _settings, _at) = (slice, strategy, account, 0);
        if (_working.Length < symbols) (_working, _done) = (new int[symbols], new bool[symbols]);
        _account.Begin(slice, account, rules, equity);
        strategy.Begin(parameters, symbols);
        _hasMoments = account.Terms.HasFinancing || slice.Portfolio.HasTerms;
    }

    /// <summary>Ends the run at the slice's last close.</summary>
    /// <returns>The metrics of the window.</returns>
    public Metrics Finish() => _account.Finish();

    /// <summary>The state between two bars, which <see cref="Restore"/> takes.</summary>
    public byte[] Save() => StateCodec.Save(Persist);

    /// <summary>Goes back to a state that was saved. The run has begun with the same arguments.</summary>
    /// <exception cref="ArgumentException">The state is of another version or strategy.</exception>
    public void Restore(byte[] saved) => StateCodec.Restore(saved, Persist);

    private void Persist(StateCodec state)
    {
        state.Value(ref _at);
        _account.Persist(state);
        _strategy!.Persist(state);
    }

    /// <summary>Runs the bars up to, not with, <paramref name="end"/> of the timeline.</summary>
    public void Advance(int end)
    {
        var (slice, schedule) = (_slice!, _slice!.Portfolio);
        var history = new PortfolioHistory(slice, _account);
        Open(_at > slice.First);
        for (; _at < end; _at++)
        {
            if (_at == slice.First) Open(true);
            history.MoveTo(_at);
            _account.MoveTo(_at);
            var (working, trades) = (MoveTo(schedule.BarsAt(_at)), _at >= slice.First);
            if (_hasMoments) PassOpen(slice);
            if (trades && working > 0) Work(_working.AsSpan(0, working));
            else MarkCloses();
            if (_hasMoments) _account.Accrue(_opened, _closed);
            if (trades) _margin.Check(FillMoment.Close);
            _strategy!.OnBar(in history, _account, _orders);
            if (!trades) continue;
            Decide();
            _account.Close();
        }
    }

    /// <summary>Time passes from the last close to this bar's open.</summary>
    private void PassOpen(BarSlice slice)
    {
        var (before, close) = (_at > 0 ? slice.CloseTimes[_at - 1] : 0, slice.CloseTimes[_at]);
        (_opened, _closed) = (Math.Max(before, close - slice.Series.Timeframe.Length.Ticks), close);
        _account.Accrue(before, _opened);
        _account.Convert(_opened);
        _account.TakeEvents();
    }

    private void Open(bool isOpen)
    {
        for (var symbol = 0; symbol < _account.Symbols; symbol++) _account.Leg(symbol).Ticket.IsOpen = isOpen;
    }

    /// <summary>Moves the symbols to where they are now.</summary>
    /// <returns>The number of those that have something to work.</returns>
    private int MoveTo(ReadOnlySpan<int> scheduled)
    {
        var count = 0;
        for (var symbol = 0; symbol < scheduled.Length; symbol++)
        {
            var leg = _account.Leg(symbol);
            leg.MoveTo(scheduled[symbol]);
            if (leg.IsTrading && (leg.HasWork || (_margin.IsOn && _account.Quantity(symbol) != 0))) _working[count++] = symbol;
        }

        return count;
    }

    private void Work(ReadOnlySpan<int> working)
    {
        MarkOpens();
        _margin.CloseForced();
        _margin.Check(FillMoment.Open);
        Turn(working, reducing: true, Step.Open);
        Turn(working, reducing: false, Step.Open);
        Turn(working, reducing: false, Step.Inside);
        MarkCloses();
        Turn(working, reducing: false, Step.Close);
    }

    /// <summary>Gives each of the symbols its turn in one step of the bar.</summary>
    private void Turn(ReadOnlySpan<int> working, bool reducing, Step step)
    {
        foreach (var symbol in working)
        {
            var leg = _account.Enter(symbol);
            if (reducing) _done[symbol] = leg.Execution.Reduces;
            if (step is Step.Open or Step.Decided && _done[symbol] != reducing) continue;
            var bar = leg.Bar;
            switch (step)
            {
                case Step.Open: leg.Execution.WorkOpen(bar, leg.Prices); break;
                case Step.Inside when _margin.IsOn: _margin.WorkInside(symbol, leg); break;
                case Step.Inside: leg.Execution.WorkInside(bar, leg.Prices); break;
                case Step.Close: leg.Execution.WorkClose(bar, leg.Prices); break;
                default: leg.Execution.FillAtClose(bar, leg.Slice!.Close[bar]); break;
            }

            _account.Leave(symbol);
        }
    }

    /// <summary>Takes what the strategy has decided, and fills what is filled at this close.</summary>
    private void Decide()
    {
        var count = 0;
        for (var symbol = 0; symbol < _account.Symbols; symbol++)
        {
            var leg = _account.Leg(symbol);
            // What is signalled for a symbol without a bar is filled at its next open, or decided at its next close.
            if (!leg.Execution.HasDecisions || (!leg.IsTrading && _settings!.Fill == FillTime.Close)) continue;
            leg.Execution.DecideSignals(leg.Bar, leg.Bar >= 0 ? leg.Slice!.Volume[leg.Bar] : 0);
            _working[count++] = symbol;
        }

        if (_settings!.Fill != FillTime.Close || count == 0) return;
        Turn(_working.AsSpan(0, count), reducing: true, Step.Decided);
        Turn(_working.AsSpan(0, count), reducing: false, Step.Decided);
    }

    private void MarkOpens()
    {
        for (var symbol = 0; symbol < _account.Symbols; symbol++)
        {
            var leg = _account.Leg(symbol);
            if (leg.IsTrading && (_account.Quantity(symbol) != 0 || leg.HasWork)) _account.Mark(symbol, leg.Slice!.Open[leg.Bar]);
        }

        _account.Sum();
    }

    private void MarkCloses()
    {
        if (_hasMoments) _account.Convert(_closed);
        var closes = _slice!.Portfolio.ClosesAt(_at);
        for (var symbol = 0; symbol < closes.Length; symbol++)
        {
            var leg = _account.Leg(symbol);
            if (!leg.IsTrading) continue;
            _account.Mark(symbol, closes[symbol]);
            leg.Close(closes[symbol]);
        }

        if (_account.OpenPositions > 0) _account.Sum();
    }

    private enum Step
    {
        Open,
        Inside,
        Close,
        Decided,
    }
}
