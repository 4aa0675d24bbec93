namespace Backtest.Strategies.Indicators;

/// <summary>Fisher transform: 0.5 x ln((1 + x) / (1 - x)) + half of the transform before, where x is the smoothed place of the middle price in its
/// range of the last <c>period</c> bars, -1 to 1; and the transform one bar before, the trigger.</summary>
/// <remarks>Source: John Ehlers, Using the Fisher Transform, Technical Analysis of Stocks and Commodities, November 2002; x is held within 0.999.
/// Defined from bar period - 1 on, begun at 0; the place is the middle where the range is one point.</remarks>
/// <param name="period">Bars of the range; 1 or more.</param>
public sealed class FisherTransform(int period)
{
    private const double Bound = 0.999;
    private readonly RollingExtremes _highest = RollingExtremes.Highest(period), _lowest = RollingExtremes.Lowest(period);
    private double _smooth, _transform;
    private bool _begun;

    /// <summary>Takes the next bar and gives transform and trigger with it; NaN while undefined.</summary>
    public (double Transform, double Trigger) Update(double high, double low)
    {
        var middle = (high + low) / 2;
        var place = StochasticOscillator.Position(middle, _lowest.Update(middle), _highest.Update(middle));
        if (double.IsNaN(place)) return (double.NaN, double.NaN);
        _smooth = Math.Clamp(0.33 * 2 * (place - 0.5) + 0.67 * _smooth, -Bound, Bound);
        var trigger = _begun ? _transform : double.NaN;
        (_transform, _begun) = (0.5 * Math.Log((1 + _smooth) / (1 - _smooth)) + 0.5 * _transform, true);
        return (_transform, trigger);
    }

    /// <summary>Writes transform and trigger, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, int period, Span<double> transform, Span<double> trigger)
    {
        var running = new FisherTransform(period);
        for (var i = 0; i < low.Length; i++) (transform[i], trigger[i]) = running.Update(high[i], low[i]);
    }
}
