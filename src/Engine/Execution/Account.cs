using Backtest.Engine.Bars;
using Backtest.Engine.Market;
using Backtest.Engine.Rules;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;

namespace Backtest.Engine.Execution;

/// <summary>One purse for several symbols: cash, a position in each, the trades that came of them, and the equity curve over the merged
/// timeline.</summary>
/// <remarks>A symbol's <see cref="Execution.Portfolio"/> is the account as that symbol sees it, so that brokers, rules and orders are those of an
/// account of one symbol. At its turn it gets the account's cash and what the others are worth, and gives the cash back. Equity goes through
/// the same fold from fill to fill as an account of one symbol, which is why a portfolio of one gives the same bits.</remarks>
public sealed class Account
{
    private readonly List<Trade> _trades = [];
    private AccountLeg[] _legs = [];
    private AccountSettings? _settings;
    private Memory<double> _wanted;
    private EquityFold _curve;
    private double[] _prices = [], _worths = [], _quantities = [], _equity = [];
    private double _cash, _value, _gross;
    private AccountCarry _carry;
    private int _first, _at, _settled, _open;
    private bool _held, _changed;

    internal Account() { }

    /// <summary>The number of symbols.</summary>
    public int Symbols { get; private set; }

    /// <summary>Cash, in the account's currency; the proceeds of short sales are in it.</summary>
    public double Cash => _cash;

    /// <summary>Cash and all positions at their last prices.</summary>
    public double Equity => _value + _cash;

    /// <summary>The value of all positions, short ones counting like long ones.</summary>
    public double GrossValue => _gross;

    /// <summary>The number of symbols with a position.</summary>
    public int OpenPositions => _open;

    /// <summary>The trades in order of exit, bars counted on the timeline; those still open at the end come last, in the order of the
    /// symbols.</summary>
    public IReadOnlyList<Trade> Trades => _trades;

    /// <summary>The orders that were rejected, bars counted on the timeline.</summary>
    public OrderLog Log { get; } = new();

    /// <summary>The quantity held of a symbol: positive for a long position, negative for a short one, 0 where there is none.</summary>
    public double Quantity(int symbol) => _quantities[symbol];

    /// <summary>The mean price of a position's entries, slippage included; NaN where there is no position.</summary>
    public double EntryPrice(int symbol) =>
        _quantities[symbol] == 0 ? double.NaN : _legs[symbol].Portfolio.EntryPrice;

    /// <summary>The last close of a symbol; NaN before its first bar.</summary>
    public double Price(int symbol) => _prices[symbol];

    /// <summary>What holding positions has earned and cost so far.</summary>
    public AccountCarry Carry => _carry;

    internal AccountLeg Leg(int symbol) => _legs[symbol];

    internal AccountTerms Terms => _settings!.Terms;

    /// <summary>Starts with the capital.</summary>
    internal void Begin(BarSlice slice, AccountSettings settings, TradingRules rules, Memory<double> equity)
    {
        var symbols = slice.Portfolio.Symbols;
        (Symbols, _settings, _wanted, _first) = (symbols.Length, settings, equity, slice.First);
        var known = _legs.Length;
        if (known < Symbols) Array.Resize(ref _legs, Symbols);
        for (var symbol = known; symbol < Symbols; symbol++) _legs[symbol] = new AccountLeg(symbol, Log);
        for (var symbol = 0; symbol < Symbols; symbol++) _legs[symbol].Begin(symbols[symbol], slice.Portfolio.Terms[symbol], settings, rules);
        if (_prices.Length < Symbols) (_prices, _worths, _quantities) = (new double[Symbols], new double[Symbols], new double[Symbols]);
        if (_equity.Length < slice.WindowCount) _equity = new double[slice.WindowCount];
        _prices.AsSpan().Fill(double.NaN);
        _quantities.AsSpan().Clear();
        _trades.Clear();
        Log.Clear();
        _curve = new EquityFold(settings.Capital, settings.RiskFreePerBar, slice.First);
        (_cash, _value, _gross, _open, _at, _settled) = (settings.Capital, 0, 0, 0, 0, slice.First);
        (_held, _changed, _carry) = (false, false, default);
    }

    /// <summary>A bar of the timeline comes.</summary>
    internal void MoveTo(int at)
    {
        _at = at;
        Log.MoveTo(at);
    }

    /// <summary>A symbol has another price; <see cref="Sum"/> takes it in.</summary>
    internal void Mark(int symbol, double price)
    {
        _prices[symbol] = price;
        _worths[symbol] = price * _legs[symbol].Rate;
        _legs[symbol].Portfolio.Mark(price);
    }

    /// <summary>Adds the positions up at their last prices.</summary>
    internal void Sum()
    {
        var (value, gross, open) = (0.0, 0.0, 0);
        for (var symbol = 0; symbol < Symbols; symbol++)
        {
            if (_quantities[symbol] == 0) continue;
            var worth = _quantities[symbol] * _worths[symbol];
            value += worth;
            gross += Math.Abs(worth);
            open++;
        }

        (_value, _gross, _open) = (value, gross, open);
    }

    /// <summary>It is a symbol's turn.</summary>
    internal AccountLeg Enter(int symbol)
    {
        var (leg, quantity) = (_legs[symbol], _quantities[symbol]);
        var worth = quantity == 0 ? 0 : quantity * _worths[symbol];
        var view = new AccountView(
            _cash, _value - worth, _gross - Math.Abs(worth), Terms.Leverage, _open - (quantity == 0 ? 0 : 1), leg.Rate);
        leg.Portfolio.Enter(leg.Bar, in view);
        return leg;
    }

    /// <summary>A symbol's turn is over: what was filled is taken in.</summary>
    internal void Leave(int symbol)
    {
        var (leg, portfolio) = (_legs[symbol], _legs[symbol].Portfolio);
        if (portfolio.Cash == _cash && portfolio.Quantity == _quantities[symbol] && portfolio.Trades.Count == leg.Kept) return;
        Settle(_at);
        _changed = true;
        KeepTrades(leg, symbol);
        if (portfolio.EntryBar == leg.Bar) leg.EntryAt = _at;
        if (portfolio.Quantity == 0) leg.IsForced = false;
        (_cash, _quantities[symbol]) = (portfolio.Cash, portfolio.Quantity);
        Sum();
    }

    /// <summary>Takes in the currencies' rates of a moment.</summary>
    internal void Convert(long time)
    {
        for (var symbol = 0; symbol < Symbols; symbol++)
        {
            _legs[symbol].Convert(time);
            _worths[symbol] = _prices[symbol] * _legs[symbol].Rate;
        }
    }

    /// <summary>At the opens: pays the dividends and makes the splits that are due.</summary>
    internal void TakeEvents()
    {
        for (var symbol = 0; symbol < Symbols; symbol++)
        {
            var leg = _legs[symbol];
            while (leg.IsTrading && leg.TakeEvent(out var ratio, out var paid))
            {
                var amount = _quantities[symbol] * paid * leg.Rate;
                leg.Portfolio.Accrue(amount);
                _cash += amount;
                _carry = _carry with { Dividends = _carry.Dividends + amount };
                if (ratio == 1) continue;
                leg.Execution.Split(ratio);
                _quantities[symbol] = leg.Portfolio.Quantity;
                Mark(symbol, _prices[symbol] / ratio);
            }
        }
    }

    /// <summary>Charges what holding the positions costs for a time in which they did not change, at their last prices.</summary>
    /// <param name="from">Its begin in UTC ticks.</param>
    /// <param name="to">Its end.</param>
    internal void Accrue(long from, long to)
    {
        if (_open == 0 || to <= from) return;
        var years = (double)(to - from) / TimeSpan.FromDays(365).Ticks;
        var funding = Terms.Funding?.Between(from, to) ?? 0;
        var interest = Math.Min(0, _cash) * Terms.InterestRate * years;
        for (var symbol = 0; symbol < Symbols; symbol++)
        {
            if (_quantities[symbol] == 0) continue;
            var worth = _quantities[symbol] * _worths[symbol];
            var (borrowed, paid) = (Math.Min(0, worth) * Terms.BorrowRate * years, -worth * funding);
            _legs[symbol].Portfolio.Accrue(borrowed + paid);
            _cash += borrowed + paid;
            _carry = _carry with { Borrow = _carry.Borrow + borrowed, Funding = _carry.Funding + paid };
        }

        _cash += interest;
        _carry = _carry with { Interest = _carry.Interest + interest };
    }

    /// <summary>The price of a symbol at which equity is the maintenance margin, the others at their last ones.</summary>
    internal double MarginPrice(int symbol, double margin)
    {
        var worth = _quantities[symbol] * _worths[symbol];
        var (others, gross) = (_value - worth, _gross - Math.Abs(worth));
        return (margin * gross - _cash - others) / (_legs[symbol].Rate * (_quantities[symbol] - margin * Math.Abs(_quantities[symbol])));
    }

    /// <summary>The bar of the timeline has closed, and what is filled at its close is filled.</summary>
    internal void Close()
    {
        _held = _open > 0;
        _equity[_at - _first] = _value + _cash;
    }

    /// <summary>Ends the run at the last close.</summary>
    internal Metrics Finish()
    {
        Settle(_at + 1);
        var sums = default(TradeSums);
        for (var symbol = 0; symbol < Symbols; symbol++)
        {
            var leg = _legs[symbol];
            if (leg.Slice is null) continue;
            Enter(symbol).Portfolio.KeepOpen();
            KeepTrades(leg, symbol);
            sums += leg.Portfolio.Sums;
        }

        _equity.AsSpan(0, Math.Min(_wanted.Length, _at + 1 - _first)).CopyTo(_wanted.Span);
        return Metrics.Of(in _curve, in sums, _settings!);
    }

    /// <summary>Saves or restores.</summary>
    internal void Persist(StateCodec state)
    {
        state.Values(_trades);
        Log.Persist(state);
        state.Value(ref _curve);
        state.Value(ref _cash);
        state.Value(ref _value);
        state.Value(ref _gross);
        state.Value(ref _carry);
        state.Value(ref _at);
        state.Value(ref _settled);
        state.Value(ref _open);
        state.Value(ref _held);
        state.Value(ref _changed);
        for (var symbol = 0; symbol < Symbols; symbol++)
        {
            state.Value(ref _prices[symbol]);
            state.Value(ref _worths[symbol]);
            state.Value(ref _quantities[symbol]);
            _legs[symbol].Persist(state);
        }

        // The curve so far is given to whoever wants it.
        for (var bar = 0; bar <= _at - _first; bar++) state.Value(ref _equity[bar]);
    }

    private void KeepTrades(AccountLeg leg, int symbol)
    {
        var own = leg.Portfolio.Trades;
        for (; leg.Kept < own.Count; leg.Kept++)
        {
            var trade = own[leg.Kept];
            _trades.Add(trade with
            {
                EntryBar = leg.IsTrading && trade.EntryBar == leg.Bar ? _at : leg.EntryAt,
                ExitBar = trade.IsOpen ? -1 : _at,
                Symbol = symbol,
                IsLiquidation = leg.IsForced && !trade.IsOpen,
            });
        }
    }

    /// <summary>Folds the closes up to, not with, a bar into the curve; no position has changed between them.</summary>
    private void Settle(int at)
    {
        if (at == _settled) return;
        if (_held)
        {
            _curve.Hold(_equity.AsSpan((_settled - _first)..(at - _first)), 1, 0);
        }
        else
        {
            if (_changed) _curve.Mark(_equity[_settled - _first]);
            _curve.Flat(at);
        }

        (_settled, _changed) = (at, false);
    }
}
