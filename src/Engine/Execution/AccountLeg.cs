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
    private int _rate, _dividend, _split;

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
    public int Bar { get; private set; }

    /// <summary>Whether it has a bar now.</summary>
    public bool IsTrading { get; private set; }

    /// <summary>Whether the account was liquidated, and the position is closed as soon as that can be.</summary>
    public bool IsForced { get; set; }

    /// <summary>The bar of the timeline in which the position was opened.</summary>
    public int EntryAt { get; set; }

    /// <summary>The price of one unit of the symbol's currency in the account's; 1 where they are the same.</summary>
    public double Rate { get; private set; } = 1;

    /// <summary>How many of the position's trades the account has taken in.</summary>
    public int Kept { get; set; }

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
        (Slice, Bar, IsTrading, IsForced, EntryAt) = (slice, -1, false, false, -1);
        (Kept, _terms, Rate, _rate, _dividend, _split) = (0, terms, 1, 0, 0, 0);
        if (slice is not null) _broker.Begin(slice, account, rules, default);
        Execution.Begin(account, rules);
        _book.MoveTo(-1, double.NaN);
    }

    /// <summary>Whether a bar has anything to work that was ordered or forced.</summary>
    public bool HasWork => Execution.HasWork || IsForced;

    /// <summary>Takes what the schedule says about a moment of the timeline.</summary>
    public void MoveTo(int scheduled)
    {
        IsTrading = scheduled >= 0;
        if (IsTrading) Bar = scheduled;
    }

    /// <summary>The last rate that is known at a moment. Before the first there is none: then it is that one.</summary>
    public void Convert(long time)
    {
        if (_terms.Rates is not { Count: > 0 } rates) return;
        while (_rate < rates.Count && rates.Times[_rate] <= time) _rate++;
        Rate = rates.Values[Math.Max(0, _rate - 1)];
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
        var dividend = _dividend < dividends.Count ? dividends.Times[_dividend] : long.MaxValue;
        var split = _split < splits.Count ? splits.Times[_split] : long.MaxValue;
        if (Math.Min(dividend, split) >= close) return false;
        // A dividend of the day of a split is paid for the shares after it, as prices of that day are.
        if (split <= dividend) ratio = splits.Values[_split++];
        else paid = dividends.Values[_dividend++];
        return true;
    }

    /// <summary>Orders are placed at the current bar's close from now on.</summary>
    public void Close(double close) => _book.MoveTo(Bar, close);
}
