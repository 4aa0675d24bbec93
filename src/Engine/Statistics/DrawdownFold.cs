using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics;

/// <summary>Follows equity's running peak. The depth is divided out once a peak, at its lowest trough: division is monotone, so this is the
/// minimum over all bars.</summary>
internal struct DrawdownFold(double capital, int barBefore)
{
    private const int BlockBars = 64;

    private double _peak = capital;
    private double _trough = capital;
    private double _deepest;
    private int _peakBar = barBefore;
    private int _longest;

    /// <summary>The drawdown up to <paramref name="lastBar"/>.</summary>
    public readonly Drawdown At(int lastBar) =>
        new(Math.Min(_deepest, _trough / _peak - 1), Math.Max(_longest, lastBar - _peakBar));

    /// <summary>Equity is unchanged up to and with <paramref name="lastBar"/>.</summary>
    public void Flat(double equity, int lastBar)
    {
        if (equity >= _peak) _peakBar = lastBar;
    }

    /// <summary>Equity at one bar.</summary>
    public void Add(double equity, int bar)
    {
        if (equity >= _peak)
        {
            _deepest = Math.Min(_deepest, _trough / _peak - 1);
            _longest = Math.Max(_longest, bar - _peakBar - 1);
            (_peak, _trough, _peakBar) = (equity, equity, bar);
        }
        else if (equity < _trough)
        {
            _trough = equity;
        }
    }

    /// <summary>Equity at many bars while a position is held. Rounding is monotone too, so a block's highest and lowest close give its
    /// highest and lowest equity, a short position's the other way round; only a block that reaches a new peak is walked bar by bar.</summary>
    public void Hold(ReadOnlySpan<double> closes, double quantity, double cash, int bar)
    {
        for (; closes.Length >= BlockBars; closes = closes[BlockBars..], bar += BlockBars)
        {
            var block = closes[..BlockBars];
            var (low, high) = (Extremes.Lowest(block), Extremes.Highest(block));
            if (quantity < 0) (low, high) = (high, low);
            if (high * quantity + cash < _peak) _trough = Math.Min(_trough, low * quantity + cash);
            else Walk(block, quantity, cash, bar);
        }

        Walk(closes, quantity, cash, bar);
    }

    private void Walk(ReadOnlySpan<double> closes, double quantity, double cash, int bar)
    {
        foreach (var close in closes) Add(close * quantity + cash, bar++);
    }
}

/// <summary>The deepest and the longest drawdown of an equity curve.</summary>
/// <param name="Depth">The lowest value of equity / running peak - 1; 0 where equity never fell. The peak starts at the capital.</param>
/// <param name="Bars">The most consecutive bars with equity below its running peak.</param>
public readonly record struct Drawdown(double Depth, int Bars);
