using System.Runtime.CompilerServices;
using Backtest.Engine.Bars;
using Backtest.Engine.Market;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;

namespace Backtest.Engine.Execution;

/// <summary>Cash and the position in one symbol, the trades that came of them, and the equity curve. Fills are the only thing that changes it:
/// what lies between two fills is folded into the curve at once, so that the same fills give the same bits, whoever ordered them.</summary>
public sealed class Portfolio
{
    private readonly List<Trade> _trades = [];
    private BarSlice? _slice;
    private AccountSettings? _account;
    private Memory<double> _equity;
    private EquityFold _curve;
    private int _settled, _entryBar, _closed, _won;
    private bool _changed;
    private double _price, _cash, _quantity, _entryPrice, _entryFee, _profit, _loss, _fees, _traded;

    /// <summary>Cash beside the position, in the account's currency; the proceeds of a short sale are in it.</summary>
    public double Cash => _cash;

    /// <summary>The quantity held: positive for a long position, negative for a short one, 0 where there is none.</summary>
    public double Quantity => _quantity;

    /// <summary>The mean price of the position's entries, slippage included; NaN where there is no position.</summary>
    public double EntryPrice => _entryPrice;

    /// <summary>Equity at the current bar's close.</summary>
    public double Equity => EquityAt(_price);

    /// <summary>The bar of the position's first entry; -1 where there is no position.</summary>
    public int EntryBar => Quantity != 0 ? _entryBar : -1;

    /// <summary>The trades in order of exit; one still open at the end comes last.</summary>
    public IReadOnlyList<Trade> Trades => _trades;

    /// <summary>Equity where the symbol's price is <paramref name="price"/>: cash and the position at that price.</summary>
    public double EquityAt(double price) => Quantity * price + Cash;

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
    }

    /// <summary>The current bar closes at a price.</summary>
    internal void Mark(double price) => _price = price;

    /// <summary>Takes a fill, which opens a position, adds to it, or closes it or a part of it; it never changes the position's side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Apply(in Fill fill)
    {
        Settle(fill.Bar);
        var notional = fill.Quantity * fill.Price;
        var equity = _cash + _quantity * fill.Price;
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
        if (_quantity != 0) _trades.Add(new Trade(_entryBar, -1, _quantity, _entryPrice, double.NaN, _entryFee, 0));
        return Metrics.Of(in _curve, Sums, _account!);
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
        state.Value(ref _profit);
        state.Value(ref _loss);
        state.Value(ref _fees);
        state.Value(ref _traded);
    }

    private void Open(in Fill fill)
    {
        (_entryBar, _entryFee) = (fill.Bar, fill.Fee);
        (_quantity, _entryPrice) = (fill.Quantity, fill.Price);
    }

    private void Add(in Fill fill)
    {
        var quantity = _quantity + fill.Quantity;
        _entryPrice = (_quantity * _entryPrice + fill.Quantity * fill.Price) / quantity;
        _quantity = quantity;
        _entryFee += fill.Fee;
    }

    private void Reduce(in Fill fill)
    {
        var closed = -fill.Quantity;
        var entryFee = closed == _quantity ? _entryFee : _entryFee * (closed / _quantity);
        var trade = new Trade(_entryBar, fill.Bar, closed, _entryPrice, fill.Price, entryFee, fill.Fee);
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
