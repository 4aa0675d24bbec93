namespace Backtest.Strategies.Indicators;

/// <summary>Parabolic stop and reverse (SAR): a stop below the lows of a rise or above the highs of a fall that moves towards the extreme of the
/// trade, by an acceleration that grows with each new extreme. A bar that touches the stop turns the trade.</summary>
/// <remarks>Source: J. Welles Wilder, New Concepts in Technical Trading Systems, 1978. Defined from bar 1 on, begun as TA-Lib does: a fall where the
/// low has moved further than the high, else a rise, its stop at the high or low of bar 0. TTR's SAR differs: a turn keeps the extreme of the trade
/// before, and the acceleration may grow past its maximum.</remarks>
/// <param name="acceleration">First acceleration and its step, above 0.</param>
/// <param name="maximum">Largest acceleration.</param>
public sealed class ParabolicStopAndReverse(double acceleration, double maximum)
{
    private double _high = double.NaN, _low, _stop = double.NaN, _extreme, _acceleration;
    private bool _rising;

    /// <summary>Takes the next bar and gives the stop with it; NaN while undefined.</summary>
    public double Update(double high, double low)
    {
        if (double.IsNaN(_high))
        {
            (_high, _low) = (high, low);
            return double.NaN;
        }

        if (double.IsNaN(_stop)) Begin(high, low);
        var turns = _rising ? low <= _stop : high >= _stop;
        var stop = turns ? Turn(high, low) : _stop;
        var isFurther = !turns && (_rising ? high > _extreme : low < _extreme);
        if (isFurther) (_extreme, _acceleration) = (_rising ? high : low, Math.Min(_acceleration + acceleration, maximum));
        _stop = Behind(stop + _acceleration * (_extreme - stop), high, low);
        (_high, _low) = (high, low);
        return stop;
    }

    /// <summary>Writes the stop, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, double acceleration, double maximum, Span<double> stop)
    {
        var running = new ParabolicStopAndReverse(acceleration, maximum);
        for (var i = 0; i < low.Length; i++) stop[i] = running.Update(high[i], low[i]);
    }

    private void Begin(double high, double low)
    {
        _rising = !(_low - low > 0 && _low - low > high - _high);
        (_extreme, _stop) = _rising ? (high, _low) : (low, _high);
        (_high, _low) = (high, low);
        _acceleration = Math.Min(acceleration, maximum);
    }

    /// <summary>The trade turns: its stop is the extreme of the trade before.</summary>
    private double Turn(double high, double low)
    {
        _rising = !_rising;
        var stop = Behind(_extreme, high, low);
        (_extreme, _acceleration) = (_rising ? high : low, Math.Min(acceleration, maximum));
        return stop;
    }

    /// <summary>A stop is never inside the last two bars.</summary>
    private double Behind(double stop, double high, double low) =>
        _rising ? Math.Min(stop, Math.Min(low, _low)) : Math.Max(stop, Math.Max(high, _high));
}
