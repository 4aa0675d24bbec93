using Backtest.Engine.Bars;
using Backtest.Engine.Market;
using Backtest.Engine.Rules;
using Backtest.Engine.Simulation;

namespace Backtest.Engine.Execution;

/// <summary>One symbol of an account: its orders, its position, and where it is in its bars.</summary>
internal sealed class AccountLeg
{
    private readonly OrderBook _book;
    private readonly Broker _broker = new();
    private SymbolTerms _terms = SymbolTerms.None;
    private int _bar, _entryAt, _kept, _nextRate, _nextDividend, _nextSplit;
    private bool _isTrading, _isForced;
    private double _rate = 1;

    /// <summary>The leg of a symbol.</summary>
    public AccountLeg(int symbol, OrderLog log)
    {
        _book = new OrderBook(log) { Symbol = symbol };
        Execution = new BarExecution(_broker, _book);
        Ticket = new OrderTicket(_book);
        Portfolio = _broker.Portfolio;
    }

    /// <summary>The account as the symbol sees it.</summary>
    public Portfolio Portfolio { get; }

    /// <summary>Works its orders.</summary>
    public BarExecution Execution { get; }

    /// <summary>Takes its orders.</summary>
    public OrderTicket Ticket { get; }

    /// <summary>Its bars; null where it has none in the window.</summary>
    public BarSlice? Slice { get; private set; }

    /// <summary>Its last bar; -1 before the first one.</summary>
    public int Bar => _bar;

    /// <summary>Whether it has a bar now.</summary>
    public bool IsTrading => _isTrading;

    /// <summary>Whether the account was liquidated, and the position is closed as soon as that can be.</summary>
    public bool IsForced
    {
        get => _isForced;
        set => _isForced = value;
    }

    /// <summary>The bar of the timeline in which the position was opened.</summary>
    public int EntryAt
    {
        get => _entryAt;
        set => _entryAt = value;
    }

    /// <summary>The price of one unit of the symbol's currency in the account's; 1 where they are the same.</summary>
    public double Rate => _rate;

    /// <summary>How many of the position's trades the account has taken in.</summary>
    public int Kept
    {
        get => _kept;
        set => _kept = value;
    }

    /// <summary>The current bar's prices; only while <see cref="IsTrading"/>.</summary>
    public Bar Prices
    {
        get
        {
            var slice = Slice!;
            return new Bar(slice.CloseTimes[Bar], slice.Open[Bar], slice.High[Bar], slice.Low[Bar], slice.Close[Bar], slice.Volume[Bar]);
        }
    }

    /// <summary>Starts without orders and position.</summary>
    public void Begin(BarSlice? slice, SymbolTerms terms, AccountSettings account, TradingRules rules)
    {
        (Slice, _terms, _bar, _isTrading, _isForced, _entryAt) = (slice, terms, -1, false, false, -1);
        (_kept, _rate, _nextRate, _nextDividend, _nextSplit) = (0, 1, 0, 0, 0);
        if (slice is not null) _broker.Begin(slice, account, rules, default);
        Execution.Begin(account, rules);
        _book.MoveTo(-1, double.NaN);
    }

    /// <summary>Whether a bar has anything to work that was ordered or forced.</summary>
    public bool HasWork => Execution.HasWork || IsForced;

    /// <summary>Takes what the schedule says about a moment of the timeline.</summary>
    public void MoveTo(int scheduled)
    {
        _isTrading = scheduled >= 0;
        if (_isTrading) _bar = scheduled;
    }

    /// <summary>The last rate that is known at a moment. Before the first there is none: then it is that one.</summary>
    public void Convert(long time)
    {
        if (_terms.Rates is not { Count: > 0 } rates) return;
        while (_nextRate < rates.Count && rates.Times[_nextRate] <= time) _nextRate++;
        _rate = rates.Values[Math.Max(0, _nextRate - 1)];
    }

    /// <summary>The next dividend or split, of which the older comes first, that is due in the current bar: at the open of the first bar that
    /// closes after its moment.</summary>
    /// <param name="ratio">How many shares each one becomes; 1 for a dividend.</param>
    /// <param name="paid">What a share is paid; 0 for a split.</param>
    /// <returns>False where none is due.</returns>
    public bool TakeEvent(out double ratio, out double paid)
    {
        (ratio, paid) = (1, 0);
        var (dividends, splits, close) = (_terms.Dividends, _terms.Splits, Slice!.CloseTimes[Bar]);
        var dividend = _nextDividend < dividends.Count ? dividends.Times[_nextDividend] : long.MaxValue;
        var split = _nextSplit < splits.Count ? splits.Times[_nextSplit] : long.MaxValue;
        if (Math.Min(dividend, split) >= close) return false;
        // A dividend of the day of a split is paid for the shares after it, as prices of that day are.
        if (split <= dividend) ratio = splits.Values[_nextSplit++];
        else paid = dividends.Values[_nextDividend++];
        return true;
    }

    /// <summary>Saves or restores.</summary>
    public void Persist(StateCodec state)
    {
        state.Value(ref _bar);
        state.Value(ref _entryAt);
        state.Value(ref _kept);
        state.Value(ref _nextRate);
        state.Value(ref _nextDividend);
        state.Value(ref _nextSplit);
        state.Value(ref _isTrading);
        state.Value(ref _isForced);
        state.Value(ref _rate);
        Execution.Persist(state);
    }

    /// <summary>Orders are placed at the current bar's close from now on.</summary>
    public void Close(double close) => _book.MoveTo(Bar, close);
}
