using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Backtest.Engine.Statistics;

/// <summary>Folds an equity curve, as it comes, into what the metrics need: sums of returns, drawdown, bars in the market.
/// The sums are taken in one fixed order with four lanes on every machine, so that equal curves give equal bits everywhere.</summary>
public struct EquityFold
{
    private readonly double _riskFree;
    private readonly int _firstBar;
    private double _equity;
    private double _sum, _squares, _downside;
    private DrawdownFold _drawdown;
    private int _bar;

    /// <summary>A curve that starts at the capital, before its first bar.</summary>
    /// <param name="capital">Equity before the first bar.</param>
    /// <param name="riskFree">The risk-free return of one bar.</param>
    /// <param name="firstBar">Index of the first bar.</param>
    public EquityFold(double capital, double riskFree, int firstBar)
    {
        _riskFree = riskFree;
        _firstBar = firstBar;
        _equity = capital;
        _bar = firstBar;
        _drawdown = new DrawdownFold(capital, firstBar - 1);
    }

    /// <summary>The number of bars so far.</summary>
    public readonly int Bars => _bar - _firstBar;

    /// <summary>Bars at whose close a position was held.</summary>
    public int HeldBars { get; private set; }

    /// <summary>Equity at the last close.</summary>
    public readonly double Equity => _equity;

    /// <summary>The sums over the returns from bar to bar so far, flat bars included.</summary>
    public readonly ReturnSums Returns => new(Bars, _sum, _squares, _downside);

    /// <summary>The deepest drawdown so far.</summary>
    public readonly Drawdown Drawdown => _drawdown.At(_bar - 1);

    /// <summary>Equity stays as it is up to, not with, <paramref name="endBar"/>.</summary>
    public void Flat(int endBar)
    {
        if (endBar <= _bar) return;
        if (_riskFree > 0) _downside += (endBar - _bar) * _riskFree * _riskFree;
        _bar = endBar;
        _drawdown.Flat(_equity, _bar - 1);
    }

    /// <summary>Equity at the next close is <paramref name="equity"/>.</summary>
    public void Mark(double equity)
    {
        var change = equity / _equity - 1;
        var shortfall = Math.Min(0, change - _riskFree);
        _sum += change;
        _squares += change * change;
        _downside += shortfall * shortfall;
        _equity = equity;
        _drawdown.Add(equity, _bar++);
    }

    /// <summary>At the next closes a position is held: equity is quantity x close + cash.</summary>
    /// <param name="closes">The closes, one or more.</param>
    /// <param name="quantity">The quantity held; negative for a short position, not zero.</param>
    /// <param name="cash">Cash beside the position.</param>
    public void Hold(ReadOnlySpan<double> closes, double quantity, double cash)
    {
        HeldBars += closes.Length;
        Mark(quantity * closes[0] + cash);
        AddReturns(closes, quantity, cash);
        _drawdown.Hold(closes[1..], quantity, cash, _bar);
        _bar += closes.Length - 1;
        _equity = quantity * closes[^1] + cash;
    }

    /// <summary>Adds the returns between the closes, four at a time; the rest one by one.</summary>
    private void AddReturns(ReadOnlySpan<double> closes, double quantity, double cash)
    {
        ref var first = ref MemoryMarshal.GetReference(closes);
        var (q, c, riskFree) = (Vector256.Create(quantity), Vector256.Create(cash), Vector256.Create(_riskFree));
        Vector256<double> sums = default, squares = default, downsides = default;
        nuint i = 0;
        for (var end = (nuint)(closes.Length - 1) & ~(nuint)3; i < end; i += 4)
        {
            var before = Vector256.LoadUnsafe(ref first, i) * q + c;
            var after = Vector256.LoadUnsafe(ref first, i + 1) * q + c;
            var changes = after / before - Vector256<double>.One;
            var shortfalls = Vector256.Min(changes - riskFree, Vector256<double>.Zero);
            sums += changes;
            squares += changes * changes;
            downsides += shortfalls * shortfalls;
        }

        var (sum, square, downside) = (0.0, 0.0, 0.0);
        for (var t = (int)i + 1; t < closes.Length; t++)
        {
            var change = (closes[t] * quantity + cash) / (closes[t - 1] * quantity + cash) - 1;
            var shortfall = Math.Min(change - _riskFree, 0);
            sum += change;
            square += change * change;
            downside += shortfall * shortfall;
        }

        _sum += Total(sums) + sum;
        _squares += Total(squares) + square;
        _downside += Total(downsides) + downside;
    }

    private static double Total(Vector256<double> lanes) => (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}
