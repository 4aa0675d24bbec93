namespace Backtest.Strategies.Indicators;

/// <summary>A sum in twice the precision of a double (two-sum, Knuth, The Art of Computer Programming 2, 4.2.2): values can be taken out
/// again without a drift, however many there are.</summary>
internal struct RunningSum
{
    private double _sum, _low;

    public readonly double Value => _sum + _low;

    public void Add(double value)
    {
        var total = _sum + value;
        var part = total - _sum;
        _low += (_sum - (total - part)) + (value - part);
        _sum = total;
    }

    /// <summary>The sum over a number; what the division leaves over is divided too.</summary>
    public readonly double Over(int divisor)
    {
        var quotient = (_sum + _low) / divisor;
        return quotient + (Math.FusedMultiplyAdd(-quotient, divisor, _sum) + _low) / divisor;
    }
}
