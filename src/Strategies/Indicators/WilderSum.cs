namespace Backtest.Strategies.Indicators;

/// <summary>Wilder's sum: s[t] = s[t-1] x (period - 1) / period + value[t], begun with the plain sum of the first <c>period</c> values.</summary>
internal sealed class WilderSum(int period)
{
    private double _sum;
    private int _count;

    /// <summary>Takes the next value and gives the sum with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        if (_count == period) return _sum = Next(_sum, period, value);
        _sum += value;
        return ++_count == period ? _sum : double.NaN;
    }

    public static double Next(double sum, int period, double value) => sum * (period - 1) / period + value;
}
