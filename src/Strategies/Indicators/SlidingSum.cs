namespace Backtest.Strategies.Indicators;

/// <summary>The sum of the last values, each added and taken out once. Leading NaN are not counted.</summary>
/// <remarks>Where every value in the window is zero, the sum is zero to the bit: what is divided by it is then known to be undefined.</remarks>
internal sealed class SlidingSum(int period)
{
    private readonly Lag _lag = new(period);
    private RunningSum _sum;
    private int _count, _others;

    /// <summary>The sum of the window.</summary>
    public double Value => _sum.Value;

    /// <summary>Takes the next value; true where the window is full.</summary>
    public bool Add(double value)
    {
        if (_count == 0 && double.IsNaN(value)) return false;
        var oldest = _lag.Exchange(value);
        if (value != 0) _others++;
        _sum.Add(value);
        if (_count < period)
        {
            _count++;
        }
        else
        {
            _sum.Add(-oldest);
            if (oldest != 0) _others--;
        }

        if (_others == 0) _sum = default;
        return _count == period;
    }
}
