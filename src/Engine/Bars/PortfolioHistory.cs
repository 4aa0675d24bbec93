using Backtest.Engine.Execution;
using Backtest.Engine.Market;

namespace Backtest.Engine.Bars;

/// <summary>The bars of each symbol of a portfolio up to now. There is no way to the later ones.</summary>
public ref struct PortfolioHistory
{
    private readonly ReadOnlySpan<long> _times;
    private readonly Account _account;

    internal PortfolioHistory(BarSlice slice, Account account)
    {
        _times = slice.CloseTimes;
        _account = account;
        First = slice.First;
    }

    /// <summary>Index of the current bar of the merged timeline, counted from the first bar of the warm-up.</summary>
    public int Bar { get; private set; }

    /// <summary>Index of the window's first bar: before it no order is taken.</summary>
    public int First { get; }

    /// <summary>Now: the close time of the current bar, in UTC ticks.</summary>
    public readonly long Time => _times[Bar];

    /// <summary>The number of symbols.</summary>
    public readonly int Symbols => _account.Symbols;

    /// <summary>The bars of a symbol, counted from 0, up to now. Their last one is older where the symbol has no bar now, and there is none before
    /// its first bar: look at <see cref="BarHistory.Count"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such symbol.</exception>
    public readonly BarHistory this[int symbol]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(symbol);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(symbol, _account.Symbols);
            var leg = _account.Leg(symbol);
            var history = leg.Slice is { } slice ? new BarHistory(slice) : default;
            history.MoveTo(leg.Bar);
            return history;
        }
    }

    /// <summary>Whether a symbol has a bar now.</summary>
    public readonly bool IsTrading(int symbol) => _account.Leg(symbol).IsTrading;

    internal void MoveTo(int bar) => Bar = bar;
}
