using System.Runtime.CompilerServices;
using Backtest.Engine.Bars;
using Backtest.Engine.Market;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;

namespace Backtest.Engine.Execution;

/// <summary>Cash and the position in one symbol, the trades that came of them, and the equity curve. Fills are the only thing that changes it:
/// what lies between two fills is folded into the curve at once, so that the same fills give the same bits, whoever ordered them.</summary>
/// <remarks>In an <see cref="Account"/> of several symbols it is the account as one of them sees it: <see cref="Enter"/> tells it what the others
/// are worth, and the account keeps the curve.</remarks>
public sealed class Portfolio
{
    private readonly List<Trade> _trades = [];
    private BarSlice? _slice;
    private AccountSettings? _account;
    private Memory<double> _equity;
    private EquityFold _curve;
    private int _settled, _entryBar, _closed, _won;
    private bool _changed, _shared;
    private double _price, _cash, _quantity, _entryPrice, _entryFee, _profit, _loss, _fees, _traded;
    private double _others, _gross, _leverage, _carry;

    /// <summary>Cash, in the account's currency; the proceeds of short sales are in it.</summary>
    public double Cash => _cash;

    /// <summary>The quantity held: positive for a long position, negative for a short one, 0 where there is none.</summary>
    public double Quantity => _quantity;

    /// <summary>The mean price of the position's entries, slippage included; NaN where there is no position.</summary>
    public double EntryPrice => _entryPrice;

    /// <summary>The account's equity at the current bar's close.</summary>
    public double Equity => EquityAt(_price);

    /// <summary>The bar of the position's first entry; -1 where there is no position.</summary>
    public int EntryBar => Quantity != 0 ? _entryBar : -1;

    /// <summary>The trades in order of exit; one still open at the end comes last.</summary>
    public IReadOnlyList<Trade> Trades => _trades;

    /// <summary>Equity where the symbol's price is <paramref name="price"/>: cash, the position at that price, and the other symbols' positions at
    /// their last ones.</summary>
    public double EquityAt(double price) => Quantity * Worth(price) + Cash + _others;

    /// <summary>The value of positions that the account may hold in this symbol where its equity is <paramref name="equity"/>.</summary>
    internal double BuyingPower(double equity) => _leverage * equity - _gross;

    /// <summary>A price of the symbol in the account's currency.</summary>
    internal double Worth(double price) => _shared ? price * Rate : price;

    /// <summary>All equity of an account that is flat in this symbol, or as much of it as the other positions leave.</summary>
    internal double Affordable => _shared ? Math.Min(FlatEquity, BuyingPower(FlatEquity)) : _cash;

    /// <summary>Equity of an account that is flat in this symbol.</summary>
    internal double FlatEquity => _cash + _others;

    /// <summary>The price of one unit of the symbol's currency in the account's; 1 where they are the same.</summary>
    internal double Rate { get; private set; } = 1;

    /// <summary>The value of the position without its sign.</summary>
    internal double Value => Math.Abs(_quantity) * (_price * Rate);

    /// <summary>How many other symbols have a position.</summary>
    internal int OpenElsewhere { get; private set; }

    /// <summary>Sums over the fills and closed trades so far.</summary>
    internal TradeSums Sums => new(_trades.Count, _closed, _won, _profit, _loss, _fees, _traded);

    /// <summary>Net result of the last closed trade.</summary>
    internal double LastResult => _trades[^1].NetResult;

    /// <summary>Starts with the account's capital.</summary>
    /// <param name="slice">The bars.</param>
    /// <param name="account">The account.</param>
    /// <param name="equity">Takes equity at each close of the window; empty where nobody wants it.</param>
    internal void Begin(BarSlice slice, AccountSettings account, Memory<double> equity)
    {
        (_slice, _account, _equity) = (slice, account, equity);
        _trades.Clear();
        _curve = new EquityFold(account.Capital, account.RiskFreePerBar, slice.First);
        (_cash, _quantity, _entryPrice, _price) = (account.Capital, 0, double.NaN, 0);
        (_settled, _entryBar, _closed, _won, _changed) = (slice.First, -1, 0, 0, false);
        (_entryFee, _profit, _loss, _fees, _traded) = (0, 0, 0, 0, 0);
        (_others, _gross, _leverage, _carry, Rate, OpenElsewhere, _shared) = (0, 0, 1, 0, 1, 0, false);
    }

    /// <summary>It is this symbol's turn in an account of several: what is filled until it is another's turn happens in
    /// <paramref name="bar"/>.</summary>
    internal void Enter(int bar, in AccountView account)
    {
        (_settled, _cash, _others, _gross) = (bar, account.Cash, account.Others, account.Gross);
        (_leverage, Rate, OpenElsewhere, _shared) = (account.Leverage, account.Rate, account.OpenElsewhere, true);
    }

    /// <summary>The current bar closes at a price.</summary>
    internal void Mark(double price) => _price = price;

    /// <summary>Holding the position earned something, or cost it where it is negative; the account has the cash.</summary>
    internal void Accrue(double amount) => _carry += amount;

    /// <summary>Each share has become so many.</summary>
    internal void Split(double ratio)
    {
        _quantity *= ratio;
        _entryPrice /= ratio;
        _price /= ratio;
    }

    /// <summary>Takes a fill, which opens a position, adds to it, or closes it or a part of it; it never changes the position's side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Apply(in Fill fill)
    {
        Settle(fill.Bar);
        var price = Worth(fill.Price);
        var notional = fill.Quantity * price;
        var equity = _cash + _quantity * price + _others;
        if (equity > 0) _traded += Math.Abs(notional) / equity;
        _fees += fill.Fee;
        _cash -= notional + fill.Fee;
        if (_quantity == 0) Open(in fill);
        else if (fill.Quantity > 0 == _quantity > 0) Add(in fill);
        else Reduce(in fill);
        _changed = true;
    }

    /// <summary>Ends the run at the slice's last close.</summary>
    internal Metrics Finish()
    {
        Settle(_slice!.Count);
        KeepOpen();
        return Metrics.Of(in _curve, Sums, _account!);
    }

    /// <summary>The run is over: a position that is still open is the last trade.</summary>
    internal void KeepOpen()
    {
        if (_quantity == 0) return;
        var carry = _carry + _quantity * _price * (Rate - 1);
        _trades.Add(new Trade(_entryBar, -1, _quantity, _entryPrice, double.NaN, _entryFee, 0) { Carry = carry });
    }

    /// <summary>Saves or restores cash, position, trades and curve.</summary>
    internal void Persist(StateCodec state)
    {
        state.Values(_trades);
        state.Value(ref _curve);
        state.Value(ref _settled);
        state.Value(ref _changed);
        state.Value(ref _entryBar);
        state.Value(ref _closed);
        state.Value(ref _won);
        state.Value(ref _price);
        state.Value(ref _cash);
        state.Value(ref _quantity);
        state.Value(ref _entryPrice);
        state.Value(ref _entryFee);
        state.Value(ref _carry);
        state.Value(ref _profit);
        state.Value(ref _loss);
        state.Value(ref _fees);
        state.Value(ref _traded);
    }

    /// <summary>By how much more a fill costs in the account's currency than its price says; 0 where that is the symbol's.</summary>
    private double Converted(in Fill fill) => fill.Quantity * fill.Price * (Rate - 1);

    /// <summary>What the part of the position that a fill closes has earned and cost beside its prices.</summary>
    private double TakeCarry(in Fill fill, double closed)
    {
        var carry = closed == _quantity ? _carry : _carry * (closed / _quantity);
        _carry -= carry;
        return carry - Converted(in fill);
    }

    private void Open(in Fill fill)
    {
        (_entryBar, _entryFee) = (fill.Bar, fill.Fee);
        (_quantity, _entryPrice) = (fill.Quantity, fill.Price);
        if (_shared) _carry = -Converted(in fill);
    }

    private void Add(in Fill fill)
    {
        var quantity = _quantity + fill.Quantity;
        _entryPrice = (_quantity * _entryPrice + fill.Quantity * fill.Price) / quantity;
        _quantity = quantity;
        _entryFee += fill.Fee;
        if (_shared) _carry -= Converted(in fill);
    }

    private void Reduce(in Fill fill)
    {
        var closed = -fill.Quantity;
        var entryFee = closed == _quantity ? _entryFee : _entryFee * (closed / _quantity);
        var trade = new Trade(_entryBar, fill.Bar, closed, _entryPrice, fill.Price, entryFee, fill.Fee);
        if (_shared) trade = trade with { Carry = TakeCarry(in fill, closed) };
        _trades.Add(trade);
        var result = trade.NetResult;
        _closed++;
        if (result > 0) _won++;
        _profit += Math.Max(0, result);
        _loss += Math.Min(0, result);
        _entryFee -= entryFee;
        _quantity -= closed;
        if (_quantity == 0) _entryPrice = double.NaN;
    }

    /// <summary>Folds the closes up to, not with, <paramref name="bar"/> into the curve. Cash and position have not changed at any of them.</summary>
    private void Settle(int bar)
    {
        if (bar == _settled) return;
        if (!_equity.IsEmpty) WriteEquity(bar);
        if (_quantity != 0)
        {
            _curve.Hold(_slice!.Close[_settled..bar], _quantity, _cash);
        }
        else
        {
            if (_changed) _curve.Mark(_cash);
            _curve.Flat(bar);
        }

        (_settled, _changed) = (bar, false);
    }

    private void WriteEquity(int bar)
    {
        var first = _slice!.First;
        var equity = _equity.Span[(_settled - first)..(bar - first)];
        if (_quantity == 0)
        {
            equity.Fill(_cash);
            return;
        }

        var closes = _slice.Close[_settled..bar];
        for (var i = 0; i < equity.Length; i++) equity[i] = EquityAt(closes[i]);
    }
}
